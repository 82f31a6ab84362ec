/**
 * Columns that a sparse sample leaves out, under an optimizer that moves a weight though its gradient is 0: the steps that
 * they miss are taken, one by one and so to the same bytes, when the column is next read; none where it is at rest.
 */
import { strideOf, unitsOf, weightsOf } from "./layer";
import { ADAM, ADAMW, HYPER, MEMORY, read, setAny, updateAny, write } from "./update";

/** Where it stands how many steps were taken since all columns had taken all, and where the numbers of steps lie. */
const STEP: usize = 104, NUMBERS: usize = 124;
/** How many steps are kept, and how many bytes each; behind them lies the last step of each column. */
const STEPS: u32 = 4096;
const BYTES: usize = 48;

// @ts-ignore: decorator
@inline
export function stepOf(): u32 { return load<u32>(STEP); }

// @ts-ignore: decorator
@inline
function lastOf(column: usize): usize { return <usize>load<u32>(NUMBERS) + <usize>STEPS * BYTES + column; }

/** The column (its number times 4) has taken the step. */
// @ts-ignore: decorator
@inline
export function hasTaken(column: usize, step: u32): void { store<u32>(lastOf(column), step); }

/** The numbers of a step come to where an update reads them. */
function numbersOf(step: u32): void {
  const from = <usize>load<u32>(NUMBERS) + <usize>(step & (STEPS - 1)) * BYTES;
  v128.store(HYPER, v128.load(from));
  v128.store(HYPER, v128.load(from, 16), 16);
  store<u64>(HYPER, load<u64>(from, 32), 32);
}

/** The column takes the steps that it has missed, up to one. */
export function catchUp(optimizer: i32, layer: usize, column: usize, step: u32): void {
  let taken = load<u32>(lastOf(column));
  if (taken >= step) return;
  setAny(optimizer);
  const single = unitsOf(layer) == 1, stride = strideOf(layer), from = weightsOf(layer) + (column >> 2) * stride;
  while (taken < step && (optimizer == ADAMW || !rests(optimizer, from, stride))) {
    numbersOf(++taken);
    for (let at = from, end = from + stride; at < end; at += 16) {
      const w = read(at, single);
      write(at, f32x4.add(w, updateAny(f32x4.splat(0), w, at, single, false)), single);
    }
  }
  hasTaken(column, step);
  numbersOf(stepOf());
}

/** Whether all that the optimizer remembers of a column is 0. */
function rests(optimizer: i32, from: usize, stride: usize): bool {
  const m = <usize>load<u32>(MEMORY), v = optimizer >= ADAM ? <usize>load<u32>(MEMORY, 4) : m;
  for (let at = from, end = from + stride; at < end; at += 4) if (load<f32>(at + m) != 0 || load<f32>(at + v) != 0) return false;
  return true;
}

/** All columns but the biases, which miss none, take the steps that they have missed; steps are counted from 0 on again. */
export function settle(optimizer: i32, table: usize, layer: usize): void {
  const step = stepOf();
  for (let column: usize = 4, end = <usize>unitsOf(table) << 2; column <= end; column += 4) {
    catchUp(optimizer, layer, column, step);
  }
  memory.fill(lastOf(0), 0, <usize>(unitsOf(table) + 1) << 2);
  store<u32>(STEP, 0);
}
