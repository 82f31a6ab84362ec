import { activate } from "./activation";
import { hiddenDelta } from "./backward";
import { pass } from "./columns";
import { costOf, outputDelta } from "./cost";
import { RECORD, unitsOf } from "./layer";

export { addGradient, addGradients } from "./gradient";
export { apply, decay, norm, scale, transform } from "./stages";
export { areFinite, forwardFour, learnFour } from "./batch";
export { pack, unpack } from "./pack";
export { record } from "./record";

/**
 * Predicts the sample whose input lies in the activations of the first record, after the update that waits from the
 * sample before; scores it and takes the error back. Returns the cost.
 */
export function learn(table: usize, layers: i32, parity: i32, waiting: bool, optimizer: i32, cost: i32, target: usize): f64 {
  forward(table, layers, parity, waiting, optimizer);
  const last = table + <usize>layers * RECORD;
  const scored = costOf(cost, last, parity, target);
  outputDelta(cost, last, parity, target);
  for (let layer = last - RECORD; layer > table; layer -= RECORD) hiddenDelta(layer, layer + RECORD);
  return scored;
}

/** Predicts only; the update that waits, if any, is made on the way. */
export function forward(table: usize, layers: i32, parity: i32, waiting: bool, optimizer: i32): void {
  const last = table + <usize>layers * RECORD;
  for (let layer = table + RECORD; layer <= last; layer += RECORD) {
    pass(optimizer, layer, layer - RECORD, parity, waiting);
    activate(layer, parity);
  }
}
