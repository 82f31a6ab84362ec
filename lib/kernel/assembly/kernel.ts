import { activate } from "./activation";
import { hiddenDelta } from "./backward";
import { pass } from "./columns";
import { costOf, outputDelta } from "./cost";
import { areFinite } from "./batch";
import { activationsOf, RECORD, unitsOf } from "./layer";
import { isSparse } from "./sparse";

export { addGradient, addGradients } from "./gradient";
export { apply, decay, norm, scale, transform } from "./stages";
export { areFinite, learnFour } from "./batch";
export { pack } from "./pack";
export { record } from "./record";
export { learnRows } from "./rows";
export { settle } from "./lazy";

/**
 * Predicts the sample whose input lies in the activations of the first record, after the update that waits from the
 * sample before; scores it and takes the error back. Returns the cost; -1, and nothing happens, if the input is not finite.
 */
export function learn(table: usize, layers: i32, parity: i32, waiting: bool, optimizer: i32, cost: i32, target: usize): f64 {
  if (!isFinite(table, parity)) return -1;
  forward(table, layers, parity, waiting, optimizer);
  const last = table + <usize>layers * RECORD;
  const scored = costOf(cost, last, parity, target);
  outputDelta(cost, last, parity, target);
  for (let layer = last - RECORD; layer > table; layer -= RECORD) hiddenDelta(layer, layer + RECORD);
  return scored;
}

/** Predicts only; whether the input is finite, or else nothing happens. */
export function predict(table: usize, layers: i32, parity: i32, waiting: bool, optimizer: i32): bool {
  const finite = isFinite(table, parity);
  if (finite) forward(table, layers, parity, waiting, optimizer);
  return finite;
}

/** A sparse input is, as the host has looked at its numbers. */
// @ts-ignore: decorator
@inline
function isFinite(table: usize, parity: i32): bool {
  return isSparse(table, parity) || areFinite(activationsOf(table, parity), <usize>unitsOf(table) << 2);
}

/** Predicts only; the update that waits, if any, is made on the way. */
export function forward(table: usize, layers: i32, parity: i32, waiting: bool, optimizer: i32): void {
  const last = table + <usize>layers * RECORD;
  for (let layer = table + RECORD; layer <= last; layer += RECORD) {
    pass(optimizer, layer, layer - RECORD, parity, waiting);
    activate(layer, parity);
  }
}
