/** A sparse input: the host lists its columns and puts its numbers side by side, and only these columns are visited. */
import { activationsOf, bitsOf, deltaOf, listOf, strideOf, unitsOf, weightedInputsOf, weightsOf } from "./layer";
import { catchUp, hasTaken, stepOf } from "./lazy";
import { ADAGRAD, ANY, any, HYPER, read, restsAtZero, setAny, SGD, update, updateAny, write } from "./update";

/** Whether the input is sparse: the host has set the highest bit of its count. */
// @ts-ignore: decorator
@inline
export function isSparse(before: usize, parity: i32): bool {
  return <i64>load<u64>(bitsOf(before, parity)) < 0;
}

/** Where its columns are listed, as their number times 4; the biases are the first. */
// @ts-ignore: decorator
@inline
export function columnsOf(before: usize, parity: i32): usize {
  return listOf(before) + (parity == 0 ? 0 : <usize>(unitsOf(before) + 1) << 2);
}

// @ts-ignore: decorator
@inline
function countOf(before: usize, parity: i32): usize {
  return <usize>load<u32>(bitsOf(before, parity)) << 2;
}

/** The update of the sample of a parity. */
export function updateSparse(optimizer: i32, layer: usize, before: usize, parity: i32): void {
  const single = unitsOf(layer) == 1;
  if (!restsAtZero(optimizer)) {
    setAny(optimizer);
    updateColumns(ANY, single, layer, before, parity);
  } else if (optimizer == ADAGRAD) updateColumns(ADAGRAD, single, layer, before, parity);
  else if (single) updateColumns(SGD, true, layer, before, parity);
  else updateColumns(SGD, false, layer, before, parity);
}

// @ts-ignore: decorator
@inline
function updateColumns(optimizer: i32, single: bool, layer: usize, before: usize, parity: i32): void {
  const columns = columnsOf(before, parity), count = countOf(before, parity);
  const values = activationsOf(before, parity) - 4, stride = strideOf(layer);
  if (optimizer == ANY) {
    const step = stepOf();
    for (let i: usize = 4; i < count; i += 4) {
      const column = <usize>load<u32>(columns + i);
      catchUp(any, layer, column, step - 1);
      hasTaken(column, step);
    }
  }
  const weight = v128.load32_splat(HYPER + 36);
  for (let h: usize = 0; h < stride; h += 16) {
    const d = read(deltaOf(layer) + h, single), weights = weightsOf(layer) + h;
    for (let i: usize = 0; i < count; i += 4) {
      const at = weights + (<usize>load<u32>(columns + i) >> 2) * stride, w = read(at, single);
      const g = f32x4.mul(weight, f32x4.mul(d, v128.load32_splat(values + i)));
      const u = optimizer == ANY ? updateAny(g, w, at, single, i == 0) : update(optimizer, g, w, at, single, i == 0);
      write(at, f32x4.add(w, u), single);
    }
  }
}

/** z = w a + b. */
export function sumSparse(optimizer: i32, layer: usize, before: usize, parity: i32): void {
  if (!restsAtZero(optimizer)) {
    const columns = columnsOf(before, parity), count = countOf(before, parity), step = stepOf();
    for (let i: usize = 4; i < count; i += 4) catchUp(optimizer, layer, <usize>load<u32>(columns + i), step);
  }
  if (unitsOf(layer) == 1) sumColumns(true, layer, before, parity);
  else sumColumns(false, layer, before, parity);
}

// @ts-ignore: decorator
@inline
function sumColumns(single: bool, layer: usize, before: usize, parity: i32): void {
  const columns = columnsOf(before, parity), count = countOf(before, parity);
  const values = activationsOf(before, parity) - 4, stride = strideOf(layer);
  for (let h: usize = 0; h < stride; h += 16) {
    const weights = weightsOf(layer) + h;
    let z = f32x4.splat(0);
    for (let i: usize = 0; i < count; i += 4) {
      const w = read(weights + (<usize>load<u32>(columns + i) >> 2) * stride, single);
      z = f32x4.add(z, f32x4.mul(w, v128.load32_splat(values + i)));
    }
    write(weightedInputsOf(layer) + h, z, single);
  }
}
