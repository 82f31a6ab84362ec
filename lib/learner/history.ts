import { type Captured, copyVector, type KernelSample, type SimdKernel } from "../kernel/mod.ts";
import type { Network } from "../network/mod.ts";

/** How many samples a history holds at most, and how many numbers in all. */
const MOST_SAMPLES = 256;
const MOST_NUMBERS = 2 ** 18;
/** How many numbers are allocated at a time. */
const PAGE = 2 ** 14;

/** What was captured once, and the samples learned since: enough to come to every state on the way again. */
export interface History {
  /** Whether the next sample needs a history of its own. */
  isFull(): boolean;
  /** Keeps a copy of the sample; returns how many there are now. */
  add(sample: KernelSample): number;
  /** Learns the first samples again, from what was captured on; the kernel holds that state then. */
  replay(kernel: SimdKernel, count: number): Captured;
}

/**
 * Begins a history.
 *
 * @param base What was captured before the first sample.
 * @param network A network of the shape that is learned.
 * @returns The history.
 */
export function createHistory(base: Captured, { inputs, layers }: Network): History {
  const { units } = layers[layers.length - 1];
  const row = inputs + units;
  const most = Math.max(1, Math.min(MOST_SAMPLES, Math.floor(MOST_NUMBERS / row)));
  const pages: Float32Array[] = [];
  const weights: number[] = [];
  const samples = Math.max(1, Math.floor(PAGE / row));
  return {
    isFull: () => weights.length === most,
    add({ input, target, weight }) {
      const place = weights.length % samples;
      if (place === 0) pages.push(new Float32Array(samples * row));
      const page = pages[pages.length - 1];
      copyVector(input, page, place * row);
      copyVector(target, page, place * row + inputs);
      return weights.push(weight);
    },
    replay(kernel, count) {
      kernel.restore(base);
      for (let i = 0; i < count; i++) {
        const page = pages[Math.floor(i / samples)];
        const start = i % samples * row;
        const input = page.subarray(start, start + inputs);
        const target = page.subarray(start + inputs, start + row);
        kernel.learn({ input, target, weight: weights[i] });
      }
      return kernel.capture();
    },
  };
}
