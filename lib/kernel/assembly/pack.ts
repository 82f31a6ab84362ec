import { RECORD, strideOf, unitsOf, weightsOf } from "./layer";

/** Brings a block (for each layer the weights row by row, then the biases) into columns, `behind` bytes behind the weights. */
export function pack(table: usize, layers: i32, block: usize, behind: usize): void {
  const last = table + <usize>layers * RECORD;
  for (let layer = table + RECORD; layer <= last; layer += RECORD) {
    const units = <usize>unitsOf(layer), inputs = <usize>unitsOf(layer - RECORD), stride = strideOf(layer);
    const columns = weightsOf(layer) + behind;
    for (let j: usize = 0; j < units; j++) {
      let at = columns + (j << 2);
      store<f32>(at, load<f32>(block + (units * inputs + j << 2)));
      const end = block + ((j + 1) * inputs << 2);
      for (let from = block + (j * inputs << 2); from < end; from += 4) store<f32>(at += stride, load<f32>(from));
    }
    block += units * (inputs + 1) << 2;
  }
}
