import { type Captured, readRecord, type SimdKernel } from "../kernel/mod.ts";
import type { Network } from "../network/mod.ts";

/** After how many samples a history is full, and after how many bytes. */
const MOST_SAMPLES = 256;
const MOST_BYTES = 2 ** 20;

/** What was captured once, and the samples learned since: enough to come to every state on the way again. */
export interface History {
  /** Whether the next sample needs a history of its own. */
  isFull(): boolean;
  /** Keeps the sample that the kernel has learned last; returns how many there are now. */
  add(weight: number): number;
  /** Takes what the kernel has recorded out of its memory, where the next history writes over it. */
  close(): void;
  /** Learns the first samples again, from what was captured on; the kernel holds that state then. */
  replay(kernel: SimdKernel, count: number): Captured;
}

/** Where a sample lies. */
interface Place {
  readonly page: number;
  readonly at: number;
  readonly weight: number;
}

/**
 * Begins a history.
 *
 * @param recorder The kernel that learns.
 * @param base What was captured before the first sample.
 * @param network A network of the shape that is learned.
 * @returns The history.
 */
export function createHistory(recorder: SimdKernel, base: Captured, { inputs, layers }: Network): History {
  const { units } = layers[layers.length - 1];
  const pages: ArrayBuffer[] = [];
  const places: Place[] = [];
  let end = 0;
  let bytes = 0;

  const close = (): void => {
    if (end > 0) pages.push(recorder.recorded(end));
    bytes += end;
    end = 0;
  };

  return {
    isFull: () => places.length === MOST_SAMPLES || bytes + end >= MOST_BYTES,
    add(weight) {
      if (end > recorder.recordingBytes) close();
      const at = end;
      end = recorder.record(at);
      return places.push({ page: pages.length, at, weight });
    },
    close,
    replay(kernel, count) {
      const all = end > 0 ? [...pages, recorder.recorded(end)] : pages;
      kernel.restore(base);
      for (const { page, at, weight } of places.slice(0, count)) {
        kernel.learn({ ...readRecord(all[page], at, inputs, units), weight });
      }
      return kernel.capture();
    },
  };
}
