import { erf, exp, expOf, log1p, ofQuotient, quotientCoth, quotientPower, quotientRest } from "./elementary";
import { activationOf, activationsOf, exactOf, slopesOf, unitsOf, weightedInputsOf } from "./layer";

const SIGMOID = 0, TANH = 1, RELU = 2, LEAKY_RELU = 3, ELU = 4, GELU = 5, SILU = 6, SOFTPLUS = 7, SOFTMAX = 9;

/** a = sigma(z) and sigma'(z) of a whole layer. */
export function activate(layer: usize, parity: i32): void {
  const name = activationOf(layer);
  const z = weightedInputsOf(layer);
  const a = activationsOf(layer, parity);
  const slopes = slopesOf(layer);
  const bytes = <usize>unitsOf(layer) << 2;
  if (name == SOFTMAX) return softmax(layer, a);
  if (name == RELU) return relu(z, a, slopes, bytes);
  for (let j: usize = 0; j < bytes; j += 8) {
    pair(name, v128.promote_low<f32>(v128.load64_zero(z + j)), a + j, slopes + j);
  }
}

function relu(z: usize, a: usize, slopes: usize, bytes: usize): void {
  const zero = f32x4.splat(0);
  for (let j: usize = 0; j < bytes; j += 16) {
    const zj = v128.load(z + j);
    v128.store(a + j, v128.andnot(zj, f32x4.le(zj, zero)));
    v128.store(slopes + j, v128.and(f32x4.splat(1), f32x4.gt(zj, zero)));
  }
}

/** Two neurons; computed in float64 and rounded once. */
function pair(name: i32, z: v128, a: usize, slopes: usize): void {
  const zero = f64x2.splat(0), one = f64x2.splat(1);
  let value = z, slope = one;
  if (name == LEAKY_RELU) {
    const above = f64x2.gt(z, zero), leak = f64x2.splat(0.01);
    value = v128.bitselect(z, f64x2.mul(leak, z), above);
    slope = v128.bitselect(one, leak, above);
  } else if (name == GELU) {
    value = f64x2(gelu(f64x2.extract_lane(z, 0)), gelu(f64x2.extract_lane(z, 1)));
    slope = f64x2(geluSlope(f64x2.extract_lane(z, 0)), geluSlope(f64x2.extract_lane(z, 1)));
  } else if (name <= SOFTPLUS) {
    const size = f64x2.abs(z), x = f64x2.mul(size, f64x2.splat(name == TANH ? -2 : -1));
    const power = quotientPower(x), rest = quotientRest(x), coth = quotientCoth(rest);
    const below = f64x2.sub(coth, rest), above = f64x2.mul(power, f64x2.add(coth, rest)), sum = f64x2.add(below, above);
    const less = f64x2.mul(coth, f64x2.sub(one, power)), more = f64x2.mul(rest, f64x2.add(one, power));
    const logisticSlope = f64x2.div(f64x2.mul(below, above), f64x2.mul(sum, sum));
    if (name == TANH) {
      value = v128.or(f64x2.div(f64x2.sub(less, more), sum), v128.and(z, f64x2.splat(-0.0)));
      slope = f64x2.mul(f64x2.splat(4), logisticSlope);
    } else if (name == ELU) {
      const positive = f64x2.gt(z, zero);
      value = v128.bitselect(z, f64x2.div(f64x2.sub(more, less), below), positive);
      slope = v128.bitselect(one, ofQuotient(power, rest, below), positive);
    } else {
      const sigmoid = f64x2.div(v128.bitselect(above, below, f64x2.lt(z, zero)), sum);
      if (name == SIGMOID) {
        value = sigmoid;
        slope = logisticSlope;
      } else if (name == SILU) {
        value = v128.andnot(f64x2.mul(z, sigmoid), f64x2.lt(z, f64x2.splat(-750)));
        slope = f64x2.add(sigmoid, v128.andnot(f64x2.mul(z, logisticSlope), f64x2.gt(size, f64x2.splat(750))));
      } else {
        const e = ofQuotient(power, rest, below);
        const rise = f64x2(log1p(f64x2.extract_lane(e, 0)), log1p(f64x2.extract_lane(e, 1)));
        value = f64x2.add(f64x2.max(z, zero), rise);
        slope = sigmoid;
      }
    }
  }
  v128.store64_lane(a, v128.demote_zero<f64>(value), 0);
  v128.store64_lane(slopes, v128.demote_zero<f64>(slope), 0);
}

function gelu(z: f64): f64 {
  return z < -40 ? 0 : z * distribution(z);
}

function geluSlope(z: f64): f64 {
  return distribution(z) + (abs(z) > 40 ? 0 : z * (0.3989422804014327 * expOf(-0.5 * z * z)));
}

function distribution(z: f64): f64 {
  return 0.5 * (1 + erf(z * 0.7071067811865476));
}

function softmax(layer: usize, a: usize): void {
  const z = weightedInputsOf(layer), exact = exactOf(layer), units = <usize>unitsOf(layer);
  let largest: f64 = -Infinity;
  for (let j: usize = 0; j < units; j++) largest = max(largest, <f64>load<f32>(z + (j << 2)));
  const shift = f64x2.splat(largest);
  for (let j: usize = 0; j < units; j += 2) {
    v128.store(exact + (j << 3), exp(f64x2.sub(v128.promote_low<f32>(v128.load64_zero(z + (j << 2))), shift)));
  }
  let sum: f64 = 0;
  for (let j: usize = 0; j < units; j++) sum += load<f64>(exact + (j << 3));
  for (let j: usize = 0; j < units; j++) {
    const value = load<f64>(exact + (j << 3)) / sum;
    store<f64>(exact + (j << 3), value);
    store<f32>(a + (j << 2), <f32>value);
  }
}

/** dC/dz from dC/da, both in the place of the delta. */
export function pullBack(layer: usize, delta: usize): void {
  const units = <usize>unitsOf(layer);
  if (activationOf(layer) != SOFTMAX) {
    const slopes = slopesOf(layer);
    for (let j: usize = 0; j < units; j += 4) {
      const at = delta + (j << 2);
      v128.store(at, f32x4.mul(v128.load(at), v128.load(slopes + (j << 2))));
    }
    return;
  }
  const exact = exactOf(layer);
  let mean: f64 = 0;
  for (let j: usize = 0; j < units; j++) mean += load<f64>(exact + (j << 3)) * <f64>load<f32>(delta + (j << 2));
  for (let j: usize = 0; j < units; j++) {
    const at = delta + (j << 2);
    store<f32>(at, <f32>(load<f64>(exact + (j << 3)) * (<f64>load<f32>(at) - mean)));
  }
}
