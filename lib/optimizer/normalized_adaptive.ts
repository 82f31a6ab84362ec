import { exp, immutable, log, type Vector } from "../kernel/mod.ts";
import { type Gradients, type Layer, type Network, parameterBlock, parameterViews } from "../network/mod.ts";
import { learningRateAt } from "./learning_rate_at.ts";
import type { Optimizer, StepState } from "./optimizer.ts";
import { requireLearningRate } from "./require_learning_rate.ts";
import { below1, requireNumber } from "./require_number.ts";
import { scaleByImportance } from "./scale_by_importance.ts";
import type { LearningRate } from "./schedule.ts";

/** Options of {@linkcode normalizedAdaptive}. */
export interface NormalizedAdaptiveOptions {
  /**
   * eta: a number above 0, or a schedule.
   *
   * @default {0.5}
   */
  readonly learningRate?: LearningRate;
  /**
   * p, how fast steps shrink with the gradients seen: from 0, not at all, up to, not including, 1.
   *
   * @default {0.5}
   */
  readonly power?: number;
  /**
   * Whether the steps are those of `importanceAware`.
   *
   * @default {true}
   */
  readonly invariant?: boolean;
}

/** The state of {@linkcode normalizedAdaptive}, laid out like `network.parameters`. */
export interface NormalizedAdaptiveState extends StepState {
  /** r, the root of the sum of the squared gradients. */
  readonly root: Vector;
  /** For a weight s, the largest |x| that it was given; for a bias n, the mean of sum x^2 / s^2 in its layer. */
  readonly scale: Vector;
  /** What was learned: how far the parameter is from where it started. */
  readonly learned: Vector;
}

/**
 * Normalized adaptive steps, safe where features have any scale: a feature in millimeters is learned as fast as the same
 * one in kilometers, from the first sample on, and nothing needs to be scaled beforehand. The default of Vowpal Wabbit.
 *
 * For a weight whose neuron is given x, with r^2 the sum of g^2, s the largest |x| and n the mean over time of
 * sum x_k^2 / s_k^2 in its layer (1 for the bias included), all with this sample, the update is -eta g / (r s sqrt(n)); in
 * general r^(2p) and (s sqrt(n))^(2 - 2p). When s grows, what the weight has learned shrinks by s / s', as if the scale had
 * been known from the start (Ross, Mineiro and Langford, "Normalized online learning", 2013, algorithm 3; where a network
 * starts from other weights than 0, those stay). A bias has s = 1.
 *
 * Without the step that a learner tells of, x is found as the gradient of a weight divided by that of its bias. Links that
 * change this ratio, as `weightDecay` and `scaleBiases`, belong behind it in a `chain`.
 *
 * @param options The learning rate, the power, and whether steps know the importance of their sample.
 * @returns The optimizer.
 * @throws {RangeError} If an option is out of range.
 * @throws {TypeError} If `invariant` is not a boolean.
 *
 * @example Usage
 * ```ts
 * import { createLearner, normalizedAdaptive } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const learner = createLearner({
 *   network: { inputs: 1, layers: [{ units: 1, initializer: "zeros" }], cost: "crossEntropy" },
 *   optimizer: normalizedAdaptive(),
 * });
 * const learned = (scale: number) => {
 *   const samples = [-2, -1, 1, 2].map((x) => ({ features: [x * scale], target: x > 0 ? 1 : 0 }));
 *   return [...learner.learnMany(learner.init(), samples).outputs];
 * };
 * assertEquals(learned(1), learned(1024));
 * ```
 */
export function normalizedAdaptive(options: NormalizedAdaptiveOptions = {}): Optimizer<NormalizedAdaptiveState> {
  const { learningRate = 0.5, power = 0.5, invariant = true } = options;
  requireLearningRate("normalizedAdaptive", learningRate);
  requireNumber(power, below1("normalizedAdaptive", "power"));
  requireBoolean(invariant);
  return {
    spec: { name: "normalizedAdaptive", learningRate, power, invariant },
    init(network) {
      const zeros = () => immutable(new Float32Array(network.parameters.length));
      return { step: 0, root: zeros(), scale: zeros(), learned: zeros() };
    },
    update(state, gradients, network, step) {
      const sample = invariant ? step?.sample : undefined;
      if (step?.sample?.weight === 0) return [gradients, state];
      const by = Math.sqrt(sample?.weight ?? 1);
      const inputs = network.layers.map((_, l) => step?.activations[l] ?? inferredInput(gradients, l));
      const rate = learningRateAt(learningRate, state.step);
      const made = take(state, { network, gradients, inputs, rate, power, by });
      const moves = parameterViews(network.layers, made.moves);
      const last = step !== undefined && sample !== undefined
        ? scaleByImportance(moves, { network, gradients, step: { ...step, sample } })
        : moves;
      const update = sumOf(parameterBlock(network, last), made.shrinking);
      const learned = sumOf(state.learned, update);
      return [parameterViews(network.layers, update), { step: state.step + 1, ...made.seen, learned }];
    },
  };
}

interface Given {
  readonly network: Network;
  readonly gradients: Gradients;
  /** What each layer was given. */
  readonly inputs: readonly Vector[];
  readonly rate: number;
  readonly power: number;
  /** What the gradients are divided by. */
  readonly by: number;
}

interface Taken {
  /** The steps downhill. */
  readonly moves: Vector;
  /** What the change of a scale adds to a weight. */
  readonly shrinking: Vector;
  /** What was seen, this step included. */
  readonly seen: Pick<NormalizedAdaptiveState, "root" | "scale">;
}

function take(state: NormalizedAdaptiveState, { network, gradients, inputs, rate, power, by }: Given): Taken {
  const gradient = parameterBlock(network, gradients);
  const [moves, shrinking, root, scale] = [0, 1, 2, 3].map(() => new Float32Array(gradient.length));
  let offset = 0;
  for (const [l, layer] of network.layers.entries()) {
    const biases = offset + layer.weights.length;
    const mean = meanNorm(state, layer, { x: inputs[l], offset });
    for (let i = offset; i < biases + layer.units; i++) {
      const g = gradient[i] / by;
      const isBias = i >= biases;
      const before = isBias ? 1 : state.scale[i];
      const s = isBias ? 1 : Math.max(before, Math.abs(inputs[l][(i - offset) % layer.inputs]));
      root[i] = Math.sqrt(state.root[i] * state.root[i] + g * g);
      scale[i] = isBias ? mean : s;
      if (before > 0 && s !== before) shrinking[i] = state.learned[i] * (raised(before / s, 1 - power) - 1);
      if (g !== 0) moves[i] = -rate * g / (raised(root[i], power) * raised(s * Math.sqrt(mean), 1 - power));
    }
    offset = biases + layer.units;
  }
  return { moves, shrinking, seen: { root: immutable(root), scale: immutable(scale) } };
}

/** n. The neurons of a layer have it alike but for one that has come later, and none of those is the first. */
function meanNorm({ step, scale }: NormalizedAdaptiveState, layer: Layer, at: { x: Vector; offset: number }): number {
  const { x, offset } = at;
  let norm = 1;
  for (let k = 0; k < layer.inputs; k++) {
    const size = Math.abs(x[k]);
    const share = size === 0 ? 0 : size / Math.max(size, scale[offset + k]);
    norm += share * share;
  }
  const before = scale[offset + layer.weights.length];
  return Math.fround(before + (norm - before) / (step + 1));
}

/** x, from dC/dw = delta x and dC/db = delta of the neuron with the largest error; 0 where there is no error. */
function inferredInput({ weights, biases }: Gradients, l: number): Vector {
  const deltas = biases[l];
  const inputs = weights[l].length / deltas.length;
  let row = 0;
  for (let j = 1; j < deltas.length; j++) if (Math.abs(deltas[j]) > Math.abs(deltas[row])) row = j;
  const delta = deltas[row];
  return Float32Array.from({ length: inputs }, (_, k) => delta === 0 ? 0 : weights[l][row * inputs + k] / delta);
}

/** (x^2)^power, in an order of operations that gives the same bits everywhere. */
function raised(x: number, power: number): number {
  return power === 0.5 ? x : exp(2 * power * log(x));
}

function sumOf(a: Vector, b: Vector): Vector {
  return immutable(Float32Array.from(a, (x, i) => x + b[i]));
}

function requireBoolean(invariant: unknown): void {
  if (typeof invariant === "boolean") return;
  const current = JSON.stringify(invariant);
  throw new TypeError(
    `Cannot create normalizedAdaptive as invariant must be true or false: current value is ${current}`,
  );
}
