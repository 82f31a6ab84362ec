import { costs, type OutputLayer } from "../cost/mod.ts";
import { immutable, log, type Vector } from "../kernel/mod.ts";
import type { Gradients, Network } from "../network/mod.ts";
import type { LearningStep, SampleStep } from "./optimizer.ts";
import { type Descent, weightedLength } from "./weighted_length.ts";

/** A step for one sample. */
export interface ImportantStep {
  /** The network. */
  readonly network: Network;
  /** The gradients of the sample, times its importance h. */
  readonly gradients: Gradients;
  /** What the step is made of. */
  readonly step: LearningStep & { readonly sample: SampleStep };
}

/**
 * Updates as long as the importance of their sample asks for, by `weightedLength`.
 *
 * The outputs are linearized. Where they are independent, each row of the last layer has a length of its own, and the
 * layers before it have the least of them; a softmax has one length, that of its probability of the target.
 *
 * @param updates What an optimizer has made of the gradients divided by sqrt(h): so a mean square that it keeps grows in
 * proportion to h.
 * @param made The step.
 * @returns New updates.
 */
export function scaleByImportance(updates: Gradients, made: ImportantStep): Gradients {
  const { network, step: { sample: { weight } } } = made;
  const last = network.layers.length - 1;
  const root = Math.sqrt(weight);
  const lengths = descentsOf(updates, made).map((descent) => descent && weightedLength(descent, weight));
  // Where an update does not go downhill, nothing is known of its length.
  const factors = lengths.map((length = root) => length / root);
  const least = Math.min(...lengths.map((length = Infinity) => length)) / root;
  const before = least === Infinity ? 1 : least;
  const scaled = (vector: Vector, l: number, factorOf: (i: number) => number) =>
    immutable(Float32Array.from(vector, (u, i) => u * (l === last ? factorOf(i) : before)));
  const { inputs } = network.layers[last];
  const rowFactor = (j: number) => factors[j] ?? factors[0];
  return {
    weights: updates.weights.map((vector, l) => scaled(vector, l, (i) => rowFactor(Math.floor(i / inputs)))),
    biases: updates.biases.map((vector, l) => scaled(vector, l, rowFactor)),
  };
}

/** One descent an independent output, or one for all; undefined for one that is none. */
function descentsOf(updates: Gradients, { network, gradients, step }: ImportantStep): (Descent | undefined)[] {
  const last = network.layers.length - 1;
  const { activation, inputs } = network.layers[last];
  const { weightedInputs, target, weight } = step.sample;
  const activations = step.activations[last + 1];
  const unit = weight * Math.sqrt(weight);
  const rows = Array.from(target, (_, j) => rowDrop(updates, gradients, { l: last, j, inputs }) / unit);
  const hidden = hiddenDrop(updates, gradients, last) / unit;
  const known = (drop: number, output: OutputLayer, y: ArrayLike<number>) =>
    drop > 0 && drop < Infinity ? { drop, ...courseOf(network, output, y) } : undefined;
  if (activation === "softmax") {
    const drop = rows.reduce((sum, row) => sum + row, hidden);
    return [known(drop, { activation, weightedInputs, activations }, target)];
  }
  const squares = Array.from(gradients.biases[last], (delta) => delta * delta);
  const total = squares.reduce((sum, square) => sum + square, 0);
  return rows.map((row, j) => {
    const share = total > 0 ? hidden * squares[j] / total : 0;
    const output = { activation, weightedInputs: [weightedInputs[j]], activations: [activations[j]] };
    return known(row + share, output, [target[j]]);
  });
}

/** -g u of one neuron. */
function rowDrop(
  updates: Gradients,
  { weights, biases }: Gradients,
  at: { l: number; j: number; inputs: number },
): number {
  const { l, j, inputs } = at;
  let sum = -biases[l][j] * updates.biases[l][j];
  for (let i = j * inputs; i < (j + 1) * inputs; i++) sum -= weights[l][i] * updates.weights[l][i];
  return sum;
}

/** -g u of the layers before the last. */
function hiddenDrop(updates: Gradients, { weights, biases }: Gradients, last: number): number {
  let sum = 0;
  for (let l = 0; l < last; l++) {
    for (let i = 0; i < weights[l].length; i++) sum -= weights[l][i] * updates.weights[l][i];
    for (let j = 0; j < biases[l].length; j++) sum -= biases[l][j] * updates.biases[l][j];
  }
  return sum;
}

function courseOf({ cost }: Network, output: OutputLayer, y: ArrayLike<number>): Omit<Descent, "drop"> {
  const { activation } = output;
  const value = costs[cost].cost(output, y);
  if (cost === "quadratic" && activation === "identity") return { excess: value, course: "quadratic" };
  if (cost !== "crossEntropy") return { excess: value, course: "unknown" };
  const excess = value - entropy(y, activation === "softmax");
  const isEvent = (activation === "sigmoid" || activation === "softmax") &&
    Array.from(y).every((p) => p === 0 || p === 1);
  return { excess, course: isEvent ? "logistic" : "unknown" };
}

/** The least that the cross-entropy can be. */
function entropy(y: ArrayLike<number>, isWhole: boolean): number {
  const term = (p: number) => p > 0 ? -p * log(p) : 0;
  return Array.from(y).reduce((sum, p) => sum + term(p) + (isWhole ? 0 : term(1 - p)), 0);
}
