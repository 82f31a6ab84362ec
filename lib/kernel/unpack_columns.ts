import type { LayerRecord } from "./simd_layout.ts";

/**
 * Columns, as the kernel has them, as a block: for each layer the weights row by row, then the biases.
 *
 * @param columns The columns of all layers.
 * @param records The records of the input and the layers.
 * @returns The block.
 */
export function unpackColumns(columns: Float32Array, records: readonly LayerRecord[]): Float32Array<ArrayBuffer> {
  const sizes = records.slice(1).map(({ units }, l) => units * (records[l].units + 1));
  const block = new Float32Array(sizes.reduce((sum, size) => sum + size, 0));
  let to = 0;
  for (const [l, { units, stride, weights }] of records.entries()) {
    if (l === 0) continue;
    const inputs = records[l - 1].units;
    const from = (weights - records[1].weights) / 4;
    for (let j = 0; j < units; j++) {
      for (let k = 0, at = from + stride / 4 + j; k < inputs; k++, at += stride / 4) block[to++] = columns[at];
    }
    for (let j = 0; j < units; j++) block[to++] = columns[from + j];
  }
  return block;
}
