import { activationsOf, deltaOf, listOf, strideOf, unitsOf, weightedInputsOf, weightsOf } from "./layer";
import { ADAGRAD, ADAM, ADAMW, HYPER, MOMENTUM, NESTEROV, read, restsAtZero, RMSPROP, SGD, update, write } from "./update";

/** A column in a list: its number times 4, plus these. */
const NOW: u32 = 1, BEFORE: u32 = 2;

/**
 * Lists the columns that a pass has to visit: those whose input is not zero in this sample or, if an update is waiting,
 * in the one before; or all of them. Column 0, the biases, is always in.
 */
export function listColumns(layer: usize, before: usize, parity: i32, waiting: bool, all: bool): usize {
  const now = activationsOf(before, parity), previous = activationsOf(before, parity ^ 1);
  const inputs = unitsOf(before);
  let end = listOf(layer);
  store<u32>(end, waiting ? NOW | BEFORE : NOW);
  end += 4;
  const zero = f32x4.splat(0);
  for (let k = 0; k < inputs; k += 4) {
    const at = <usize>k << 2;
    const tail = inputs - k >= 4 ? 15 : (1 << (inputs - k)) - 1;
    const nows = i32x4.bitmask(f32x4.ne(v128.load(now + at), zero));
    const befores = waiting ? i32x4.bitmask(f32x4.ne(v128.load(previous + at), zero)) : 0;
    let visit = (all ? 15 : nows | befores) & tail;
    while (visit != 0) {
      const b = ctz(visit);
      store<u32>(end, ((k + b + 1) << 2) | ((nows >> b) & 1) | (((befores >> b) & 1) << 1));
      end += 4;
      visit &= visit - 1;
    }
  }
  return end;
}

/** The gradient of four weights of a column: delta times input, times the sample's weight; exactly 0 for an input of 0. */
// @ts-ignore: decorator
@inline
function gradientOf(d: v128, input: v128, weight: v128, moved: bool): v128 {
  return moved ? f32x4.mul(weight, f32x4.mul(d, input)) : f32x4.splat(0);
}

/** Units `h` to `h + 15` (bytes: 64) of all listed columns: the waiting update with sgd, and the weighted inputs. */
function sixteen(layer: usize, before: usize, parity: i32, end: usize, h: usize): void {
  const now = activationsOf(before, parity) - 4, previous = activationsOf(before, parity ^ 1) - 4;
  const delta = deltaOf(layer) + h, weights = weightsOf(layer) + h, stride = strideOf(layer);
  const rate = v128.load32_splat(HYPER);
  const d0 = v128.load(delta), d1 = v128.load(delta, 16), d2 = v128.load(delta, 32), d3 = v128.load(delta, 48);
  let z0 = f32x4.splat(0), z1 = z0, z2 = z0, z3 = z0;
  for (let i = listOf(layer); i < end; i += 4) {
    const entry = load<u32>(i);
    const k = <usize>(entry & ~3);
    const w = weights + (k >> 2) * stride;
    let w0 = v128.load(w), w1 = v128.load(w, 16), w2 = v128.load(w, 32), w3 = v128.load(w, 48);
    if (entry & BEFORE) {
      const x = v128.load32_splat(previous + k);
      w0 = f32x4.add(w0, f32x4.mul(rate, f32x4.mul(d0, x)));
      w1 = f32x4.add(w1, f32x4.mul(rate, f32x4.mul(d1, x)));
      w2 = f32x4.add(w2, f32x4.mul(rate, f32x4.mul(d2, x)));
      w3 = f32x4.add(w3, f32x4.mul(rate, f32x4.mul(d3, x)));
      v128.store(w, w0);
      v128.store(w, w1, 16);
      v128.store(w, w2, 32);
      v128.store(w, w3, 48);
    }
    if (entry & NOW) {
      const x = v128.load32_splat(now + k);
      z0 = f32x4.add(z0, f32x4.mul(w0, x));
      z1 = f32x4.add(z1, f32x4.mul(w1, x));
      z2 = f32x4.add(z2, f32x4.mul(w2, x));
      z3 = f32x4.add(z3, f32x4.mul(w3, x));
    }
  }
  const z = weightedInputsOf(layer) + h;
  v128.store(z, z0);
  v128.store(z, z1, 16);
  v128.store(z, z2, 32);
  v128.store(z, z3, 48);
}

/** Four units from byte `h` on, or one unit, of all listed columns. */
// @ts-ignore: decorator
@inline
function four(optimizer: i32, single: bool, layer: usize, before: usize, parity: i32, end: usize, h: usize): void {
  const now = activationsOf(before, parity) - 4, previous = activationsOf(before, parity ^ 1) - 4;
  const weights = weightsOf(layer) + h, stride = strideOf(layer);
  const d = read(deltaOf(layer) + h, single);
  const weight = v128.load32_splat(HYPER + 36);
  let z = f32x4.splat(0);
  for (let i = listOf(layer); i < end; i += 4) {
    const entry = load<u32>(i);
    const k = <usize>(entry & ~3);
    const at = weights + (k >> 2) * stride;
    let w = read(at, single);
    const moved = (entry & BEFORE) != 0;
    if (moved || !restsAtZero(optimizer)) {
      const g = gradientOf(d, v128.load32_splat(previous + k), weight, moved);
      w = f32x4.add(w, update(optimizer, g, w, at, single, k == 0));
      write(at, w, single);
    }
    if (entry & NOW) z = f32x4.add(z, f32x4.mul(w, v128.load32_splat(now + k)));
  }
  write(weightedInputsOf(layer) + h, z, single);
}

function single(optimizer: i32, layer: usize, before: usize, parity: i32, end: usize): void {
  if (optimizer == SGD) four(SGD, true, layer, before, parity, end, 0);
  else if (optimizer == MOMENTUM) four(MOMENTUM, true, layer, before, parity, end, 0);
  else if (optimizer == NESTEROV) four(NESTEROV, true, layer, before, parity, end, 0);
  else if (optimizer == ADAGRAD) four(ADAGRAD, true, layer, before, parity, end, 0);
  else if (optimizer == RMSPROP) four(RMSPROP, true, layer, before, parity, end, 0);
  else if (optimizer == ADAM) four(ADAM, true, layer, before, parity, end, 0);
  else four(ADAMW, true, layer, before, parity, end, 0);
}

function lanes(optimizer: i32, layer: usize, before: usize, parity: i32, end: usize, h: usize): void {
  if (optimizer == SGD) four(SGD, false, layer, before, parity, end, h);
  else if (optimizer == MOMENTUM) four(MOMENTUM, false, layer, before, parity, end, h);
  else if (optimizer == NESTEROV) four(NESTEROV, false, layer, before, parity, end, h);
  else if (optimizer == ADAGRAD) four(ADAGRAD, false, layer, before, parity, end, h);
  else if (optimizer == RMSPROP) four(RMSPROP, false, layer, before, parity, end, h);
  else if (optimizer == ADAM) four(ADAM, false, layer, before, parity, end, h);
  else four(ADAMW, false, layer, before, parity, end, h);
}

/** The waiting update and z = w a + b of one layer, each weight read and written once. */
export function pass(optimizer: i32, layer: usize, before: usize, parity: i32, waiting: bool): void {
  // Without a waiting update there is nothing to do but the sums, whatever the optimizer.
  const chosen = waiting ? optimizer : SGD;
  const end = listColumns(layer, before, parity, waiting, !restsAtZero(chosen));
  if (unitsOf(layer) == 1) return single(chosen, layer, before, parity, end);
  const stride = strideOf(layer);
  let h: usize = 0;
  if (chosen == SGD && (!waiting || load<f32>(HYPER + 36) == 1)) {
    for (; h + 64 <= stride; h += 64) sixteen(layer, before, parity, end, h);
  }
  for (; h < stride; h += 16) lanes(chosen, layer, before, parity, end, h);
}
