import { RECORD, strideOf, unitsOf, weightsOf } from "./layer";
import { GRADIENT, read, setAny, updateAny, write } from "./update";

// @ts-ignore: decorator
@inline
function columnsEnd(layer: usize): usize {
  return weightsOf(layer) + <usize>(unitsOf(layer - RECORD) + 1) * strideOf(layer);
}

/** The length of the whole gradient: squares summed neuron by neuron, the bias before the weights, in float64. */
export function norm(table: usize, layers: i32): f64 {
  const behind = <usize>load<u32>(GRADIENT);
  let total: f64 = 0;
  for (let layer = table + RECORD, last = table + <usize>layers * RECORD; layer <= last; layer += RECORD) {
    const stride = strideOf(layer), end = columnsEnd(layer) + behind;
    for (let j: usize = 0, units = <usize>unitsOf(layer); j < units; j += 2) {
      let squares = f64x2.splat(0);
      for (let at = weightsOf(layer) + behind + (j << 2); at < end; at += stride) {
        const g = v128.promote_low<f32>(v128.load64_zero(at));
        squares = f64x2.add(squares, f64x2.mul(g, g));
      }
      total += f64x2.extract_lane(squares, 0);
      if (j + 1 < units) total += f64x2.extract_lane(squares, 1);
    }
  }
  return sqrt(total);
}

/** All gradients times a factor. */
export function scale(gradients: usize, bytes: usize, factor: f32): void {
  const f = f32x4.splat(factor);
  for (let at = gradients, end = gradients + bytes; at < end; at += 16) v128.store(at, f32x4.mul(f, v128.load(at)));
}

/** Adds `rate` times the weights, or times their signs, to the gradients; biases do not decay. */
export function decay(table: usize, layers: i32, rate: f32, signs: bool): void {
  const behind = <usize>load<u32>(GRADIENT), f = f32x4.splat(rate);
  for (let layer = table + RECORD, last = table + <usize>layers * RECORD; layer <= last; layer += RECORD) {
    const end = columnsEnd(layer);
    let at = weightsOf(layer) + strideOf(layer);
    for (; at + 16 <= end; at += 16) {
      const w = v128.load(at);
      v128.store(at + behind, f32x4.add(v128.load(at + behind), pull(f, w, signs)));
    }
    for (; at < end; at += 4) {
      const g = f32x4.add(v128.load32_zero(at + behind), pull(f, v128.load32_zero(at), signs));
      v128.store32_lane(at + behind, g, 0);
    }
  }
}

// @ts-ignore: decorator
@inline
function pull(rate: v128, w: v128, signs: bool): v128 {
  if (!signs) return f32x4.mul(rate, w);
  const zero = f32x4.splat(0);
  const size = v128.or(v128.and(rate, f32x4.ne(w, zero)), v128.and(w, f32x4.splat(-0.0)));
  return v128.bitselect(size, w, f32x4.eq(w, w));
}

/** The gradients become the updates of an optimizer, whose memories move on. */
export function transform(table: usize, layers: i32, optimizer: i32): void {
  setAny(optimizer);
  const behind = <usize>load<u32>(GRADIENT);
  for (let layer = table + RECORD, last = table + <usize>layers * RECORD; layer <= last; layer += RECORD) {
    const stride = strideOf(layer), single = stride == 4, end = columnsEnd(layer), step: usize = single ? 4 : 16;
    const biases = weightsOf(layer) + stride;
    for (let at = weightsOf(layer); at < end; at += step) {
      const u = updateAny(read(at + behind, single), read(at, single), at, single, at < biases);
      write(at + behind, u, single);
    }
  }
}

/** Adds the updates to the parameters. */
export function apply(parameters: usize, bytes: usize): void {
  const behind = <usize>load<u32>(GRADIENT);
  for (let at = parameters, end = parameters + bytes; at < end; at += 16) {
    v128.store(at, f32x4.add(v128.load(at), v128.load(at + behind)));
  }
}
