import {
  createFeatureEncoder,
  encodeTarget,
  type FeatureEncoder,
  type FeatureEncoderOptions,
  type Features,
  type Sample,
  type Target,
} from "../feature/mod.ts";
import { immutable, type SparseVector, type Vector } from "../kernel/mod.ts";
import type { LayerOptions } from "../network/mod.ts";
import { adam, chain, clipByNorm, inverseRoot, type Optimizer } from "../optimizer/mod.ts";
import { formFault } from "../plain/mod.ts";
import { defineGetter } from "./define_getter.ts";
import type { Learner, LearnerState } from "./learner.ts";
import { learnerFromSteps } from "./learner_from_steps.ts";
import { recordFields } from "./record_fields.ts";
import { createMember, type MemberSize } from "./member.ts";

/** A learner that finds what is unusual. */
export interface AnomalyLearnerOptions {
  /** What the features are. By default that is learned from them, and new ones join when they appear. */
  readonly features?: FeatureEncoderOptions;
  /**
   * The layers between the features and what is made of them again; one of them should be narrow.
   *
   * @default {[{ units: 16, activation: "tanh" }, { units: 3, activation: "tanh" }, { units: 16, activation: "tanh" }]}
   */
  readonly hidden?: readonly LayerOptions[];
  /** How gradients become steps. By default `adam` at a rate of 0.01 / sqrt(1 + t / 500), gradients clipped to a norm of 1. */
  readonly optimizer?: Optimizer;
  /**
   * The seed of the first weights.
   *
   * @default {1}
   */
  readonly seed?: number;
}

/** The state of {@linkcode createAnomalyLearner}. */
export interface AnomalyState extends LearnerState {
  /** The network, and what its optimizer remembers. */
  readonly member: LearnerState;
  /** What is known of the features. */
  readonly features: unknown;
  /** The usual error: the mean of the newest 1,000, in which older ones fade. */
  readonly usual: number;
}

/** The usual error is the mean of all until there are so many; from then on they fade to a half in 693 samples. */
const WINDOW = 1000;
/** An error so many times as large as usual counts no more, so that anomalies hardly move what is usual. */
const MOST_USUAL = 9;

/**
 * Finds samples that are unlike those before, without labels: an autoencoder, that is a network which is to give its inputs
 * back through a narrow layer, so that it can do so only for what is usual (Hinton and Salakhutdinov, "Reducing the
 * dimensionality of data with neural networks", 2006).
 *
 * The one output is a score from 0 to 1, s = e / (e + m) with e the mean squared error of the standardized inputs and m its
 * fading mean so far, in which no error counts more than nine times as much as usual: 1/2 is usual, 0.9 nine times the usual
 * error. It is made before the sample is learned. The cost is e.
 * Targets are not learned from; where there are some, 1 for an anomaly, the score can be judged by `rocAuc`. A target that is
 * none of one number is refused all the same.
 *
 * @param options What the features are, and how they are learned.
 * @returns The learner.
 * @throws {RangeError} If an option is out of range.
 * @throws {TypeError} If an option is of the wrong type.
 *
 * @example Usage
 * ```ts
 * import { createAnomalyLearner } from "@backstream/backstream";
 * import { assert } from "@std/assert";
 *
 * const learner = createAnomalyLearner();
 * const samples = Array.from({ length: 1000 }, (_, i) => {
 *   const celsius = (i * 7) % 30;
 *   return { features: { celsius, fahrenheit: celsius * 1.8 + 32 }, target: 0 };
 * });
 * const { state } = learner.learnMany(learner.init(), samples);
 * assert(learner.predictOne(state, { celsius: 10, fahrenheit: 50 })[0] < 0.7);
 * assert(learner.predictOne(state, { celsius: 10, fahrenheit: 90 })[0] > 0.9);
 * ```
 */
export function createAnomalyLearner(options: AnomalyLearnerOptions = {}): Learner {
  const { features = {}, hidden = HIDDEN, optimizer = usualOptimizer(), seed = 1 } = options;
  requireOptions({ hidden, optimizer, seed });
  const encoder = createFeatureEncoder({ clip: CLIP, ...features }) as FeatureEncoder;
  const member = createMember({ hidden, optimizer, output: { activation: "identity" }, cost: "quadratic", seed });
  member.at({ inputs: 1, units: 1 }).init(); // refuses layers that cannot be made
  const sizeOf = (state: unknown): MemberSize => {
    const width = Math.max(1, encoder.width(state));
    return { inputs: width, units: width };
  };
  const inputOf = (state: unknown, given: Features): Vector => {
    const { inputs } = sizeOf(state);
    return dense(encoder.prepare(state, encoder.read(state, given)), inputs);
  };
  const errorOf = ({ member: own, features }: AnomalyState, given: Features): number => {
    const input = inputOf(features, given);
    const output = member.at(sizeOf(features)).predict(own, input);
    let sum = 0;
    for (let k = 0; k < input.length; k++) sum += (output[k] - input[k]) * (output[k] - input[k]);
    return sum / input.length;
  };
  const scoreOf = (error: number, { usual }: AnomalyState): Vector => {
    if (!Number.isFinite(error)) return immutable(Float32Array.of(1));
    return immutable(Float32Array.of(usual > 0 ? error / (error + usual) : 0.5));
  };

  const learnOne = (from: LearnerState, sample: Sample) => {
    const state = from as AnomalyState;
    if (sample.target !== undefined) oneNumber(sample.target);
    const error = errorOf(state, sample.features);
    const { weight = 1 } = sample;
    const answer = { output: scoreOf(error, state), cost: error };
    if (weight === 0) return { state: stateOf(passed(state)), ...answer };
    const features = encoder.update(state.features, sample.features);
    const [before, size] = [sizeOf(state.features), sizeOf(features)];
    const own = before.inputs === size.inputs ? state.member : member.grow(state.member, size);
    const input = inputOf(features, sample.features);
    const next = member.at(size).learn(own, [{ features: input, target: input, weight }]);
    const usual = usualAfter(state, error);
    const learned = { samples: state.samples + 1, member: next, features, usual };
    return { state: stateOf(learned), ...answer };
  };

  return learnerFromSteps({
    description: {
      maker: { name: "createAnomalyLearner", features, hidden, optimizer: optimizer.spec, seed },
      labels: [],
      task: "anomaly",
    },
    init() {
      const features = encoder.init();
      return stateOf({ samples: 0, member: member.at(sizeOf(features)).init(), features, usual: 0 });
    },
    learnOne,
    predictOne: (state, given) => scoreOf(errorOf(state as AnomalyState, given), state as AnomalyState),
    fieldsOf: (state) => recordFields(encoder.schema((state as AnomalyState).features)),
    encodeTarget: (_, target) => oneNumber(target),
    fault(from) {
      const state = from as AnomalyState;
      const { network, optimizer, member: own, ...rest } = state;
      const { features, usual } = rest;
      const fault = (optimizer === null ? undefined : "state.optimizer must be null") ??
        formFault(rest, { samples: "count", features: encoder.form, usual: "number" }, "state") ??
        (usual >= 0 && usual < Infinity ? undefined : "state.usual must be a number from 0 on") ??
        encoder.fault(features) ?? member.fault(own, sizeOf(features), "state.member");
      if (fault !== undefined) return fault;
      return network === own.network ? undefined : "state.network must be that of state.member";
    },
  });
}

const HIDDEN: readonly LayerOptions[] = [
  { units: 16, activation: "tanh" },
  { units: 3, activation: "tanh" },
  { units: 16, activation: "tanh" },
];

/** Scaled features go no further from 0. */
const CLIP = 5;

function usualOptimizer(): Optimizer {
  const learningRate = inverseRoot({ rate: 0.01, decay: 1 / 500 });
  return chain(clipByNorm({ maxNorm: 1 }), adam({ learningRate })) as Optimizer;
}

/** m' = m + (min(e, 9 m) - m) / min(n, 1000); an error that is not finite tells nothing of what is usual. */
function usualAfter({ usual, samples }: AnomalyState, error: number): number {
  if (!Number.isFinite(error)) return usual;
  const counted = usual > 0 ? Math.min(error, MOST_USUAL * usual) : error;
  return usual + (counted - usual) / Math.min(samples + 1, WINDOW);
}

/** The state after a sample that weighs nothing. */
function passed({ samples, member, features, usual }: AnomalyState): Parts {
  return { samples: samples + 1, member, features, usual };
}

type Parts = Omit<AnomalyState, "network" | "optimizer">;

function network(this: Parts) {
  return this.member.network;
}

function stateOf(parts: Parts): AnomalyState {
  const state = { ...parts, optimizer: null };
  defineGetter(state, "network", network);
  return state as unknown as AnomalyState;
}

function dense(input: Vector | SparseVector, length: number): Vector {
  if (!("indices" in input)) return input.length === length ? input : new Float32Array(length);
  const out = new Float32Array(length);
  for (let i = 0; i < input.indices.length; i++) out[input.indices[i]] = input.values[i];
  return immutable(out);
}

function requireOptions({ hidden, optimizer, seed }: Required<Omit<AnomalyLearnerOptions, "features">>): void {
  const start = "Cannot create anomaly learner as";
  if (!Array.isArray(hidden) || hidden.length === 0) {
    const current = JSON.stringify(hidden);
    throw new RangeError(`${start} hidden must be a list of 1 layer at least: current value is ${current}`);
  }
  if (typeof optimizer?.init !== "function") {
    throw new TypeError(`${start} optimizer must be one: current value is ${JSON.stringify(optimizer)}`);
  }
  if (Number.isSafeInteger(seed) && seed >= 0 && seed <= 0xffffffff) return;
  throw new RangeError(`${start} seed must be a whole number from 0 to 4294967295: current value is ${seed}`);
}

function oneNumber(target: Target): Vector {
  return encodeTarget(typeof target === "boolean" ? Number(target) : target, { units: 1 });
}
