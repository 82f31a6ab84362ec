import type { KernelSample } from "./simd_kernel.ts";

const SPARSE = 0x80000000;

/**
 * Reads a sample that the SIMD kernel has recorded.
 *
 * @param buffer What was recorded.
 * @param at Where the sample begins, in bytes.
 * @param inputs How many inputs there are.
 * @param units How many numbers a target holds.
 * @returns Input and target.
 */
export function readRecord(
  buffer: ArrayBuffer,
  at: number,
  inputs: number,
  units: number,
): Pick<KernelSample, "input" | "target"> {
  const [head] = new Uint32Array(buffer, at, 1);
  const count = head % SPARSE;
  const wordCount = head >= SPARSE ? count : 2 * Math.ceil(inputs / 64);
  const words = new Uint32Array(buffer, at + 4, wordCount);
  const start = at + 4 + 4 * wordCount;
  return {
    input: {
      indices: head >= SPARSE ? Array.from(words, (column) => column / 4 - 1) : positionsOf(words, inputs),
      values: new Float32Array(buffer, start, count),
    },
    target: new Float32Array(buffer, start + 4 * count, units),
  };
}

/** The positions of the bits that are set. */
function positionsOf(words: Uint32Array, inputs: number): number[] {
  const positions: number[] = [];
  for (let k = 0; k < inputs; k++) if ((words[k >> 5] >>> (k & 31) & 1) === 1) positions.push(k);
  return positions;
}
