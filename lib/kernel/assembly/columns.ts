import { activationsOf, deltaOf, strideOf, unitsOf, weightedInputsOf, weightsOf } from "./layer";
import { list, listPrevious, mark, nowEnd, nowFrom, restEnd, restFrom, wasComplete } from "./list";
import { isSparse, sumSparse, updateSparse } from "./sparse";
import { ADAGRAD, ADAM, ADAMW, ANY, HYPER, MOMENTUM, NESTEROV, read, restsAtZero, RMSPROP, setAny, SGD, update, updateAny, write } from "./update";

/** No update is waiting. */
const NONE = -1;

/** Units `h` to `h + 15` (bytes: 64) of all columns, where no input is zero: the waiting update with sgd, and z. */
// @ts-ignore: decorator
@inline
function sixteenOfAll(moving: bool, layer: usize, before: usize, parity: i32, h: usize): void {
  const now = activationsOf(before, parity) - 4, previous = activationsOf(before, parity ^ 1) - 4;
  const delta = deltaOf(layer) + h, stride = strideOf(layer), rate = v128.load32_splat(HYPER);
  const d0 = v128.load(delta), d1 = v128.load(delta, 16), d2 = v128.load(delta, 32), d3 = v128.load(delta, 48);
  let z0 = f32x4.splat(0), z1 = z0, z2 = z0, z3 = z0;
  let w = weightsOf(layer) + h;
  for (let k: usize = 0, end = <usize>unitsOf(before) << 2; k <= end; k += 4, w += stride) {
    let w0 = v128.load(w), w1 = v128.load(w, 16), w2 = v128.load(w, 32), w3 = v128.load(w, 48);
    if (moving) {
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
    const x = v128.load32_splat(now + k);
    z0 = f32x4.add(z0, f32x4.mul(w0, x));
    z1 = f32x4.add(z1, f32x4.mul(w1, x));
    z2 = f32x4.add(z2, f32x4.mul(w2, x));
    z3 = f32x4.add(z3, f32x4.mul(w3, x));
  }
  const z = weightedInputsOf(layer) + h;
  v128.store(z, z0);
  v128.store(z, z1, 16);
  v128.store(z, z2, 32);
  v128.store(z, z3, 48);
}

/** The same of the listed columns. No branch asks which input is zero: a gradient is masked instead. */
// @ts-ignore: decorator
@inline
function sixteenOfListed(moving: bool, layer: usize, before: usize, parity: i32, h: usize): void {
  const now = activationsOf(before, parity) - 4, previous = activationsOf(before, parity ^ 1) - 4;
  const delta = deltaOf(layer) + h, weights = weightsOf(layer) + h, stride = strideOf(layer);
  const rate = v128.load32_splat(HYPER);
  const d0 = v128.load(delta), d1 = v128.load(delta, 16), d2 = v128.load(delta, 32), d3 = v128.load(delta, 48);
  if (moving) {
    for (let i = restFrom, end = restEnd; i < end; i += 4) {
      const k = <usize>load<u32>(i), w = weights + (k >> 2) * stride;
      const x = v128.load32_splat(previous + k);
      v128.store(w, f32x4.add(v128.load(w), f32x4.mul(rate, f32x4.mul(d0, x))));
      v128.store(w, f32x4.add(v128.load(w, 16), f32x4.mul(rate, f32x4.mul(d1, x))), 16);
      v128.store(w, f32x4.add(v128.load(w, 32), f32x4.mul(rate, f32x4.mul(d2, x))), 32);
      v128.store(w, f32x4.add(v128.load(w, 48), f32x4.mul(rate, f32x4.mul(d3, x))), 48);
    }
  }
  let z0 = f32x4.splat(0), z1 = z0, z2 = z0, z3 = z0;
  for (let i = nowFrom, end = nowEnd; i < end; i += 4) {
    const k = <usize>load<u32>(i), w = weights + (k >> 2) * stride;
    let w0 = v128.load(w), w1 = v128.load(w, 16), w2 = v128.load(w, 32), w3 = v128.load(w, 48);
    if (moving) {
      const x = v128.load32_splat(previous + k), moved = f32x4.ne(x, f32x4.splat(0));
      w0 = f32x4.add(w0, f32x4.mul(rate, v128.and(f32x4.mul(d0, x), moved)));
      w1 = f32x4.add(w1, f32x4.mul(rate, v128.and(f32x4.mul(d1, x), moved)));
      w2 = f32x4.add(w2, f32x4.mul(rate, v128.and(f32x4.mul(d2, x), moved)));
      w3 = f32x4.add(w3, f32x4.mul(rate, v128.and(f32x4.mul(d3, x), moved)));
      v128.store(w, w0);
      v128.store(w, w1, 16);
      v128.store(w, w2, 32);
      v128.store(w, w3, 48);
    }
    const x = v128.load32_splat(now + k);
    z0 = f32x4.add(z0, f32x4.mul(w0, x));
    z1 = f32x4.add(z1, f32x4.mul(w1, x));
    z2 = f32x4.add(z2, f32x4.mul(w2, x));
    z3 = f32x4.add(z3, f32x4.mul(w3, x));
  }
  const z = weightedInputsOf(layer) + h;
  v128.store(z, z0);
  v128.store(z, z1, 16);
  v128.store(z, z2, 32);
  v128.store(z, z3, 48);
}

function sixteen(moving: bool, all: bool, layer: usize, before: usize, parity: i32, h: usize): void {
  if (all) {
    if (moving) sixteenOfAll(true, layer, before, parity, h);
    else sixteenOfAll(false, layer, before, parity, h);
  } else if (moving) sixteenOfListed(true, layer, before, parity, h);
  else sixteenOfListed(false, layer, before, parity, h);
}

/** Four weights of a column after the waiting update; the gradient is exactly 0 where the input was. */
// @ts-ignore: decorator
@inline
function moved(optimizer: i32, x: v128, d: v128, weight: v128, at: usize, single: bool, bias: bool): v128 {
  let w = read(at, single);
  if (optimizer == NONE) return w;
  const g = v128.and(f32x4.mul(weight, f32x4.mul(d, x)), f32x4.ne(x, f32x4.splat(0)));
  w = f32x4.add(w, optimizer == ANY ? updateAny(g, w, at, single, bias) : update(optimizer, g, w, at, single, bias));
  write(at, w, single);
  return w;
}

/** Four units from byte `h` on, or one unit, of all columns, whatever their inputs. */
// @ts-ignore: decorator
@inline
function fourOfAll(optimizer: i32, single: bool, layer: usize, before: usize, parity: i32, h: usize): void {
  const now = activationsOf(before, parity) - 4, previous = activationsOf(before, parity ^ 1) - 4;
  const stride = strideOf(layer), d = read(deltaOf(layer) + h, single), weight = v128.load32_splat(HYPER + 36);
  let z = f32x4.splat(0);
  let at = weightsOf(layer) + h;
  for (let k: usize = 0, end = <usize>unitsOf(before) << 2; k <= end; k += 4, at += stride) {
    const w = moved(optimizer, v128.load32_splat(previous + k), d, weight, at, single, k == 0);
    const x = v128.load32_splat(now + k);
    z = f32x4.add(z, v128.and(f32x4.mul(w, x), f32x4.ne(x, f32x4.splat(0))));
  }
  write(weightedInputsOf(layer) + h, z, single);
}

/** The same of the listed columns. */
// @ts-ignore: decorator
@inline
function fourOfListed(optimizer: i32, single: bool, layer: usize, before: usize, parity: i32, h: usize): void {
  const now = activationsOf(before, parity) - 4, previous = activationsOf(before, parity ^ 1) - 4;
  const weights = weightsOf(layer) + h, stride = strideOf(layer);
  const d = read(deltaOf(layer) + h, single), weight = v128.load32_splat(HYPER + 36);
  if (optimizer != NONE) {
    for (let i = restFrom, end = restEnd; i < end; i += 4) {
      const k = <usize>load<u32>(i);
      moved(optimizer, v128.load32_splat(previous + k), d, weight, weights + (k >> 2) * stride, single, false);
    }
  }
  let z = f32x4.splat(0);
  for (let i = nowFrom, end = nowEnd; i < end; i += 4) {
    const k = <usize>load<u32>(i);
    const w = moved(optimizer, v128.load32_splat(previous + k), d, weight, weights + (k >> 2) * stride, single, k == 0);
    z = f32x4.add(z, f32x4.mul(w, v128.load32_splat(now + k)));
  }
  write(weightedInputsOf(layer) + h, z, single);
}

/** One unit; only the optimizers that can go with sparse inputs have code of their own. */
function one(optimizer: i32, layer: usize, before: usize, parity: i32): void {
  if (optimizer == NONE) fourOfListed(NONE, true, layer, before, parity, 0);
  else if (optimizer == SGD) fourOfListed(SGD, true, layer, before, parity, 0);
  else if (optimizer == ADAGRAD) fourOfListed(ADAGRAD, true, layer, before, parity, 0);
  else {
    setAny(optimizer);
    fourOfAll(ANY, true, layer, before, parity, 0);
  }
}

/** One unit, where no input is zero: the waiting update with sgd, and z, whose sum is made in the order of the columns. */
function oneOfAll(moving: bool, layer: usize, before: usize, parity: i32): void {
  const now = activationsOf(before, parity) - 4, previous = activationsOf(before, parity ^ 1) - 4, weights = weightsOf(layer);
  const delta = load<f32>(deltaOf(layer)), rate = load<f32>(HYPER);
  let z: f32 = 0;
  for (let k: usize = 0, end = <usize>unitsOf(before) << 2; k <= end; k += 4) {
    let w = load<f32>(weights + k);
    if (moving) store<f32>(weights + k, w += rate * (delta * load<f32>(previous + k)));
    z += w * load<f32>(now + k);
  }
  store<f32>(weightedInputsOf(layer), z);
}

/** Four units from byte `h` on. */
function four(optimizer: i32, layer: usize, before: usize, parity: i32, h: usize): void {
  if (optimizer == NONE) fourOfListed(NONE, false, layer, before, parity, h);
  else if (optimizer == SGD) fourOfListed(SGD, false, layer, before, parity, h);
  else if (optimizer == ADAGRAD) fourOfListed(ADAGRAD, false, layer, before, parity, h);
  else if (optimizer == MOMENTUM) fourOfAll(MOMENTUM, false, layer, before, parity, h);
  else if (optimizer == NESTEROV) fourOfAll(NESTEROV, false, layer, before, parity, h);
  else if (optimizer == RMSPROP) fourOfAll(RMSPROP, false, layer, before, parity, h);
  else if (optimizer == ADAM) fourOfAll(ADAM, false, layer, before, parity, h);
  else fourOfAll(ADAMW, false, layer, before, parity, h);
}

/** The waiting update and z = w a + b of a layer whose input is sparse now or was in the sample before. */
function sparse(optimizer: i32, layer: usize, before: usize, parity: i32, waiting: bool): void {
  const stride = strideOf(layer), single = unitsOf(layer) == 1;
  if (waiting && isSparse(before, parity ^ 1)) {
    updateSparse(optimizer, layer, before, parity ^ 1);
  } else if (waiting) {
    listPrevious(layer, before, parity);
    if (single) one(optimizer, layer, before, parity);
    else for (let h: usize = 0; h < stride; h += 16) four(optimizer, layer, before, parity, h);
  }
  if (isSparse(before, parity)) sumSparse(optimizer, layer, before, parity);
  else pass(NONE, layer, before, parity, false);
}

/** The waiting update and z = w a + b of one layer, each weight read and written once. */
export function pass(optimizer: i32, layer: usize, before: usize, parity: i32, waiting: bool): void {
  if (isSparse(before, parity) || (waiting && isSparse(before, parity ^ 1))) {
    return sparse(optimizer, layer, before, parity, waiting);
  }
  // Without a waiting update there is nothing to do but the sums, whatever the optimizer.
  const chosen = waiting ? optimizer : NONE;
  const plain = !waiting || (chosen == SGD && load<f32>(HYPER + 36) == 1);
  const stride = strideOf(layer), whole = stride & ~63;
  const all = mark(before, parity) && plain && (!waiting || wasComplete(before, parity));
  if (all && unitsOf(layer) == 1) return oneOfAll(waiting, layer, before, parity);
  if ((!all || whole != stride) && (!waiting || restsAtZero(chosen))) list(layer, before, parity, waiting);
  if (unitsOf(layer) == 1) return one(chosen, layer, before, parity);
  let h: usize = 0;
  if (plain) for (; h < whole; h += 64) sixteen(waiting, all, layer, before, parity, h);
  for (; h < stride; h += 16) four(chosen, layer, before, parity, h);
}
