import { activate } from "./activation";
import { hiddenDelta } from "./backward";
import { pass } from "./columns";
import { costOf, outputDelta } from "./cost";
import { addGradient, addGradients, areMostlyZero } from "./gradient";
import { activationsOf, deltaOf, RECORD, strideOf, unitsOf, weightedInputsOf, weightsOf } from "./layer";
import { mark } from "./list";
import { SGD } from "./update";

/** How many samples are worked on side by side: as many tables, which differ only in where the neurons' numbers lie. */
const SAMPLES: usize = 4;

/** Whether all float32 numbers of a block are finite. */
export function areFinite(block: usize, bytes: usize): bool {
  const exponent = i32x4.splat(0x7f800000);
  let found = i32x4.splat(0);
  for (let at = block, end = block + bytes; at < end; at += 16) {
    found = v128.or(found, i32x4.eq(v128.and(v128.load(at), exponent), exponent));
  }
  return !v128.any_true(found);
}

/**
 * Predicts four samples. With finite weights an input of 0 adds nothing to a sum, so that none has to be left out; with
 * others each sample takes its own way.
 */
function forwardFour(table: usize, layers: i32, next: usize, finite: bool): void {
  const last = table + <usize>layers * RECORD;
  for (let layer = table + RECORD; layer <= last; layer += RECORD) {
    for (let s: usize = 0; s < SAMPLES; s++) mark(layer - RECORD + s * next, 0);
    const apart = !finite || areMostlyZero(layer - RECORD, next);
    if (!apart) products(layer, next);
    for (let s: usize = 0; s < SAMPLES; s++) {
      const own = layer + s * next;
      if (apart) pass(SGD, own, own - RECORD, 0, false);
      activate(own, 0);
    }
  }
}

/** Predicts and scores four samples of weight 1, whose targets and costs lie one behind the other, and adds their gradients. */
export function learnFour(table: usize, layers: i32, next: usize, finite: bool, cost: i32, target: usize, bytes: usize, costs: usize): void {
  forwardFour(table, layers, next, finite);
  let finiteDeltas = true;
  for (let s: usize = 0; s < SAMPLES; s++) {
    const first = table + s * next, last = first + <usize>layers * RECORD, y = target + s * bytes;
    store<f64>(costs + (s << 3), costOf(cost, last, 0, y));
    outputDelta(cost, last, 0, y);
    for (let layer = last - RECORD; layer > first; layer -= RECORD) hiddenDelta(layer, layer + RECORD);
    for (let layer = first + RECORD; layer <= last; layer += RECORD) {
      finiteDeltas = finiteDeltas && areFinite(deltaOf(layer), <usize>unitsOf(layer) << 2);
    }
  }
  if (finiteDeltas) return addGradients(table, layers, next);
  for (let s: usize = 0; s < SAMPLES; s++) addGradient(table + s * next, layers, 0, false);
}

/** The weighted inputs of four samples: every weight is read once for all of them. */
function products(layer: usize, next: usize): void {
  const stride = strideOf(layer), whole = stride & ~31;
  for (let h: usize = 0; h < whole; h += 32) eight(layer, next, h);
  if (whole != stride) four(layer, next, whole);
}

/** Four units from byte `h` on. */
function four(layer: usize, next: usize, h: usize): void {
  const before = layer - RECORD, stride = strideOf(layer);
  const a0 = activationsOf(before, 0) - 4, a1 = activationsOf(before + next, 0) - 4;
  const a2 = activationsOf(before + 2 * next, 0) - 4, a3 = activationsOf(before + 3 * next, 0) - 4;
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
  let at = weightsOf(layer) + h;
  for (let k: usize = 0, end = <usize>unitsOf(before) << 2; k <= end; k += 4, at += stride) {
    const w = v128.load(at);
    s0 = f32x4.add(s0, f32x4.mul(w, v128.load32_splat(a0 + k)));
    s1 = f32x4.add(s1, f32x4.mul(w, v128.load32_splat(a1 + k)));
    s2 = f32x4.add(s2, f32x4.mul(w, v128.load32_splat(a2 + k)));
    s3 = f32x4.add(s3, f32x4.mul(w, v128.load32_splat(a3 + k)));
  }
  v128.store(weightedInputsOf(layer) + h, s0);
  v128.store(weightedInputsOf(layer + next) + h, s1);
  v128.store(weightedInputsOf(layer + 2 * next) + h, s2);
  v128.store(weightedInputsOf(layer + 3 * next) + h, s3);
}

/** Eight units from byte `h` on. */
function eight(layer: usize, next: usize, h: usize): void {
  const before = layer - RECORD, stride = strideOf(layer);
  const a0 = activationsOf(before, 0) - 4, a1 = activationsOf(before + next, 0) - 4;
  const a2 = activationsOf(before + 2 * next, 0) - 4, a3 = activationsOf(before + 3 * next, 0) - 4;
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, t0 = s0, t1 = s0, t2 = s0, t3 = s0;
  let at = weightsOf(layer) + h;
  for (let k: usize = 0, end = <usize>unitsOf(before) << 2; k <= end; k += 4, at += stride) {
    const w = v128.load(at), v = v128.load(at, 16);
    let x = v128.load32_splat(a0 + k);
    s0 = f32x4.add(s0, f32x4.mul(w, x));
    t0 = f32x4.add(t0, f32x4.mul(v, x));
    x = v128.load32_splat(a1 + k);
    s1 = f32x4.add(s1, f32x4.mul(w, x));
    t1 = f32x4.add(t1, f32x4.mul(v, x));
    x = v128.load32_splat(a2 + k);
    s2 = f32x4.add(s2, f32x4.mul(w, x));
    t2 = f32x4.add(t2, f32x4.mul(v, x));
    x = v128.load32_splat(a3 + k);
    s3 = f32x4.add(s3, f32x4.mul(w, x));
    t3 = f32x4.add(t3, f32x4.mul(v, x));
  }
  const z0 = weightedInputsOf(layer) + h, z1 = weightedInputsOf(layer + next) + h;
  const z2 = weightedInputsOf(layer + 2 * next) + h, z3 = weightedInputsOf(layer + 3 * next) + h;
  v128.store(z0, s0);
  v128.store(z0, t0, 16);
  v128.store(z1, s1);
  v128.store(z1, t1, 16);
  v128.store(z2, s2);
  v128.store(z2, t2, 16);
  v128.store(z3, s3);
  v128.store(z3, t3, 16);
}
