import { adwin, type DriftDetector } from "../drift/mod.ts";
import type { Sample } from "../feature/mod.ts";
import { type Form, formFault } from "../plain/mod.ts";
import { defineGetter } from "./define_getter.ts";
import { errorOf, type ErrorScale, noErrors, type Outcome } from "./error_of.ts";
import type { Learned, Learner, LearnerState } from "./learner.ts";
import { learnerFromSteps } from "./learner_from_steps.ts";
import { outputUnits } from "./output_units.ts";
import { stateFault } from "./state_fault.ts";
import { targetVector } from "./target_vector.ts";

/** A learner that is to be replaced by a new one when the world changes. */
export interface BackgroundLearnerOptions {
  /** The learner. */
  readonly learner: Learner;
  /** What watches its errors. By default `adwin`. */
  readonly drift?: DriftDetector<unknown>;
  /**
   * How many samples a new learner must have seen before it can take over.
   *
   * @default {200}
   */
  readonly patience?: number;
  /**
   * After how many samples a new learner that has not been better is given up.
   *
   * @default {5000}
   */
  readonly limit?: number;
}

/** The state of {@linkcode createBackgroundLearner}. */
export interface BackgroundState extends LearnerState {
  /** The state of the learner that serves. */
  readonly serving: LearnerState;
  /** That of the new learner; null while there is none. */
  readonly background: LearnerState | null;
  /** The errors of both, older ones fading. */
  readonly errors: BackgroundErrors;
  /** What the detector remembers. */
  readonly drift: unknown;
  /** How large errors are. */
  readonly scale: ErrorScale;
  /** How many drifts were found, and how often a new learner took over. */
  readonly counts: { readonly drifts: number; readonly swaps: number };
}

/** Fading means of the errors since a new learner was started. */
export interface BackgroundErrors {
  /** How many samples ago that was. */
  readonly age: number;
  /** The error of the learner that serves. */
  readonly serving: number;
  /** The error of the new one. */
  readonly background: number;
}

const none: BackgroundErrors = { age: 0, serving: 0, background: 0 };

/** Errors fade to a half in 69 samples. */
const FADING = 0.99;

/**
 * Starts a new learner in the background whenever the errors of the one that serves drift, and lets it take over as soon as
 * it is better. Until then, and where it never is, the old one goes on (as the background trees of adaptive random forests
 * do: Gomes et al., "Adaptive random forests for evolving data stream classification", 2017). A step takes twice as long
 * while there is one.
 *
 * @param options The learner and what watches it.
 * @returns A learner whose predictions are those of the one that serves.
 * @throws {RangeError} If an option is out of range.
 *
 * @example Usage
 * ```ts
 * import { type BackgroundState, createBackgroundLearner, createLearner, sgd } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const learner = createBackgroundLearner({
 *   learner: createLearner({
 *     network: { inputs: 1, layers: [{ units: 1, initializer: "zeros" }], cost: "crossEntropy" },
 *     optimizer: sgd({ learningRate: 0.01 }),
 *   }),
 * });
 * // The class is the sign of the feature, and after 2,000 samples the other one.
 * const samples = Array.from({ length: 4000 }, (_, i) => {
 *   const x = i % 2 === 0 ? 1 : -1;
 *   return { features: [x], target: x > 0 === i < 2000 ? 1 : 0 };
 * });
 * const { state } = learner.learnMany(learner.init(), samples);
 * assertEquals((state as BackgroundState).counts.swaps, 1);
 * ```
 */
export function createBackgroundLearner(options: BackgroundLearnerOptions): Learner {
  const { learner, drift: detector = adwin() as DriftDetector<unknown>, patience = 200, limit = 5000 } = options;
  requireOptions({ patience, limit });
  const { task, labels } = learner.description;
  const units = outputUnits(learner);

  const outcomeOf = ({ output, state }: Learned, { target }: Sample): Outcome => {
    return { output, target: targetVector(learner, { target, output, state: () => state }) };
  };

  const learnOne = (from: LearnerState, sample: Sample) => {
    const state = from as BackgroundState;
    const learned = learner.learnOne(state.serving, sample);
    const other = state.background === null ? undefined : learner.learnOne(state.background, sample);
    const { output, cost } = learned;
    // Each by its own target, as the new learner may have met the classes in another order.
    const [error, scale] = errorOf(task, outcomeOf(learned, sample), state.scale);
    const errors = other === undefined ? none : {
      age: state.errors.age + 1,
      serving: faded(state.errors.serving, error),
      background: faded(state.errors.background, errorOf(task, outcomeOf(other, sample), state.scale)[0]),
    };
    const drift = detector.update(state.drift, error);
    const next = {
      samples: state.samples + 1,
      serving: learned.state,
      background: other?.state ?? null,
      errors,
      drift,
      scale,
      counts: state.counts,
    };
    return { state: stateOf(detector.status(drift) === "drift" ? alarmed(next) : settled(next)), output, cost };
  };

  /** A drift is found: a new learner starts, unless there is one. */
  const alarmed = (parts: Parts): Parts => {
    const counts = { ...parts.counts, drifts: parts.counts.drifts + 1 };
    return parts.background === null
      ? { ...parts, counts, background: learner.init(), errors: none }
      : { ...parts, counts };
  };

  /** The new learner takes over, is given up, or goes on. */
  const settled = (parts: Parts): Parts => {
    const { background, errors, counts } = parts;
    if (background === null || errors.age < patience) return parts;
    if (errors.background < errors.serving) {
      const swapped = { ...counts, swaps: counts.swaps + 1 };
      return { ...parts, serving: background, background: null, errors: none, drift: detector.init(), counts: swapped };
    }
    return errors.age < limit ? parts : { ...parts, background: null, errors: none };
  };

  const servingOf = (state: LearnerState): LearnerState => (state as BackgroundState).serving;
  return learnerFromSteps({
    description: {
      maker: {
        name: "createBackgroundLearner",
        learner: learner.description,
        drift: detector.spec,
        patience,
        limit,
      },
      labels,
      task,
    },
    init: () =>
      stateOf({
        samples: 0,
        serving: learner.init(),
        background: null,
        errors: none,
        drift: detector.init(),
        scale: noErrors,
        counts: { drifts: 0, swaps: 0 },
      }),
    learnOne,
    predictOne: (state, features) => learner.predictOne(servingOf(state), features),
    encodeTarget: (state, target) =>
      targetVector(learner, { target, output: new Float32Array(units), state: () => servingOf(state) }),
    fieldsOf: (state) => learner.fieldsOf?.(servingOf(state)),
    labelsOf: (state) => learner.labelsOf?.(servingOf(state)) ?? labels,
    fault: (state) => faultOf(state as BackgroundState, learner, detector.form),
  });
}

type Parts = Omit<BackgroundState, "network" | "optimizer">;

function network(this: Parts) {
  return this.serving.network;
}

/** The state whose network is that of the learner that serves, read when it is asked for. */
function stateOf(parts: Parts): BackgroundState {
  const state = { ...parts, optimizer: null };
  defineGetter(state, "network", network);
  return state as unknown as BackgroundState;
}

function faded(mean: number, error: number): number {
  return FADING * mean + (1 - FADING) * error;
}

function faultOf(state: BackgroundState, learner: Learner, driftForm: Form): string | undefined {
  const { network, optimizer, serving, background, ...rest } = state;
  if (optimizer !== null) return "state.optimizer must be null";
  const fault = formFault(rest, {
    samples: "count",
    errors: { age: "count", serving: "number", background: "number" },
    drift: driftForm,
    scale: { count: "count", mean: "number" },
    counts: { drifts: "count", swaps: "count" },
  }, "state");
  if (fault !== undefined) return fault;
  for (const [name, own] of Object.entries({ serving, ...background === null ? {} : { background } })) {
    const inner = stateFault(learner, own);
    if (inner !== undefined) return `state.${name}: ${inner}`;
  }
  if (network !== serving.network) return "state.network must be that of state.serving";
}

function requireOptions(options: Required<Pick<BackgroundLearnerOptions, "patience" | "limit">>): void {
  for (const [name, value] of Object.entries(options)) {
    if (Number.isSafeInteger(value) && value > 0) continue;
    throw new RangeError(
      `Cannot create background learner as ${name} must be a whole number above 0: current value is ${value}`,
    );
  }
}
