import { pullBack } from "./activation";
import { expOf, log, log1p } from "./elementary";
import { activationOf, activationsOf, deltaOf, unitsOf, weightedInputsOf } from "./layer";

const QUADRATIC = 0, CROSS_ENTROPY = 1;
const SIGMOID = 0, SOFTMAX = 9;
const MARGIN: f64 = 1e-7;

// @ts-ignore: decorator
@inline
function at(array: usize, j: usize): f64 { return <f64>load<f32>(array + (j << 2)); }

/** C_x. */
export function costOf(cost: i32, layer: usize, parity: i32, target: usize): f64 {
  const a = activationsOf(layer, parity), units = <usize>unitsOf(layer);
  let sum: f64 = 0;
  if (cost == QUADRATIC) {
    for (let j: usize = 0; j < units; j++) sum += (at(a, j) - at(target, j)) * (at(a, j) - at(target, j));
    return sum / 2;
  }
  if (cost == CROSS_ENTROPY) {
    if (activationOf(layer) == SOFTMAX) return categorical(layer, target);
    for (let j: usize = 0; j < units; j++) sum += binary(layer, at(target, j), at(a, j), j);
    return sum;
  }
  for (let j: usize = 0; j < units; j++) {
    const error = abs(at(a, j) - at(target, j));
    sum += error <= 1 ? error * error / 2 : error - 0.5;
  }
  return sum;
}

function categorical(layer: usize, target: usize): f64 {
  const z = weightedInputsOf(layer), units = <usize>unitsOf(layer);
  let largest: f64 = -Infinity;
  for (let j: usize = 0; j < units; j++) largest = max(largest, at(z, j));
  let sum: f64 = 0;
  for (let j: usize = 0; j < units; j++) sum += expOf(at(z, j) - largest);
  const logarithm = log(sum);
  let cost: f64 = 0;
  for (let j: usize = 0; j < units; j++) if (at(target, j) != 0) cost += at(target, j) * (logarithm + (largest - at(z, j)));
  return cost;
}

function binary(layer: usize, y: f64, activation: f64, j: usize): f64 {
  if (activationOf(layer) == SIGMOID) {
    const z = at(weightedInputsOf(layer), j);
    return max<f64>(z, 0) - y * z + log1p(expOf(-abs(z)));
  }
  const a = max<f64>(MARGIN, min<f64>(1 - MARGIN, activation));
  return -(y * log(a) + (1 - y) * log(1 - a));
}

/** BP1. */
export function outputDelta(cost: i32, layer: usize, parity: i32, target: usize): void {
  deltaOfUnits(cost, layer, parity, target);
  // What fills the last lanes of four must not keep a NaN of a sample before.
  for (let j = <usize>unitsOf(layer); j & 3; j++) store<f32>(deltaOf(layer) + (j << 2), 0);
}

function deltaOfUnits(cost: i32, layer: usize, parity: i32, target: usize): void {
  const a = activationsOf(layer, parity), delta = deltaOf(layer), units = <usize>unitsOf(layer);
  const name = activationOf(layer);
  if (cost == CROSS_ENTROPY && (name == SIGMOID || name == SOFTMAX)) {
    let total: f64 = 1;
    if (name == SOFTMAX) {
      total = 0;
      for (let j: usize = 0; j < units; j++) total += at(target, j);
    }
    for (let j: usize = 0; j < units; j++) store<f32>(delta + (j << 2), <f32>(at(a, j) * total - at(target, j)));
    return;
  }
  for (let j: usize = 0; j < units; j++) store<f32>(delta + (j << 2), <f32>gradient(cost, name, at(a, j), at(target, j)));
  pullBack(layer, delta);
}

function gradient(cost: i32, name: i32, a: f64, y: f64): f64 {
  if (cost == QUADRATIC) return a - y;
  if (cost != CROSS_ENTROPY) return max<f64>(-1, min<f64>(1, a - y));
  if (name == SOFTMAX) return -y / max(a, MARGIN);
  return a < MARGIN || a > 1 - MARGIN ? 0 : (a - y) / (a * (1 - a));
}
