import { type Captured, copyVector, type KernelSample, type SimdKernel, type SparseVector } from "../kernel/mod.ts";

/** After how many samples a history is full, and after how many numbers. */
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
 * @returns The history.
 */
export function createHistory(base: Captured): History {
  const samples: KernelSample[] = [];
  let page = new ArrayBuffer(0);
  let used = 0;
  let numbers = 0;

  /** Where so many numbers have their place. */
  const take = (length: number): number => {
    if (used + 4 * length > page.byteLength) {
      page = new ArrayBuffer(4 * Math.max(PAGE, length));
      used = 0;
    }
    const at = used;
    used += 4 * length;
    numbers += length;
    return at;
  };

  const copyOf = (vector: ArrayLike<number>): Float32Array => {
    const at = take(vector.length);
    const copy = new Float32Array(page, at, vector.length);
    if (vector instanceof Float32Array) copyVector(vector, copy, 0);
    else for (let i = 0; i < vector.length; i++) copy[i] = vector[i];
    return copy;
  };

  const copyOfSparse = ({ indices, values }: SparseVector): SparseVector => {
    const at = take(indices.length);
    const copy = new Uint32Array(page, at, indices.length);
    for (let i = 0; i < indices.length; i++) copy[i] = indices[i];
    return { indices: copy, values: copyOf(values) };
  };

  return {
    isFull: () => samples.length === MOST_SAMPLES || numbers >= MOST_NUMBERS,
    add({ input, target, weight }) {
      const copy = "indices" in input ? copyOfSparse(input) : copyOf(input);
      return samples.push({ input: copy, target: copyOf(target), weight });
    },
    replay(kernel, count) {
      kernel.restore(base);
      for (let i = 0; i < count; i++) kernel.learn(samples[i]);
      return kernel.capture();
    },
  };
}
