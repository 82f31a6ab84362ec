import type { Sample } from "../feature/mod.ts";
import { accuracy, type AnyMetric, mae, metricName, rolling } from "../metric/mod.ts";
import { type Form, formFault } from "../plain/mod.ts";
import { defineGetter } from "./define_getter.ts";
import type { Learner, LearnerState } from "./learner.ts";
import { learnerFromSteps } from "./learner_from_steps.ts";
import { outputUnits } from "./output_units.ts";
import { stateFault } from "./state_fault.ts";
import { targetVector } from "./target_vector.ts";

/** Learners that compete on one stream. */
export interface ChampionOptions {
  /** The learners by name; all have the same task. The first serves at the start. */
  readonly learners: Readonly<Record<string, Learner>>;
  /**
   * What decides who is best, of the newest predictions: by default `rolling(accuracy(), { window: 500 })`, or
   * `rolling(mae(), ...)` where numbers are predicted.
   */
  readonly metric?: AnyMetric;
  /** Whether a larger value of the metric is better. By default what is known of the metrics of the library. */
  readonly largerIsBetter?: boolean;
  /**
   * After how many samples each comparison follows; also how many come before the first.
   *
   * @default {500}
   */
  readonly every?: number;
  /**
   * By what part of the value of the champion a challenger must be better: 0.02 for 2 %. Keeps the champion from changing
   * by chance.
   *
   * @default {0.02}
   */
  readonly margin?: number;
}

/** A change of the champion. */
export interface Promotion {
  /** How many samples had been learned. */
  readonly samples: number;
  /** Who served until then. */
  readonly from: string;
  /** Who has served since. */
  readonly to: string;
  /** The value of the metric of the one before. */
  readonly before: number;
  /** The value of the metric of the one since. */
  readonly after: number;
}

/** The state of {@linkcode createChampion}. */
export interface ChampionState extends LearnerState {
  /** The name of the learner that serves. */
  readonly champion: string;
  /** The states of all learners. */
  readonly learners: Readonly<Record<string, LearnerState>>;
  /** What the metric remembers of each learner. */
  readonly scores: Readonly<Record<string, unknown>>;
  /** The newest promotions, 100 at most, in their order. */
  readonly promotions: readonly Promotion[];
}

const LARGER_IS_BETTER = /accuracy|f1|kappa|mcc|auc|^r2|R2$/i;
const MOST_PROMOTIONS = 100;
const WINDOW = { window: 500 };

/**
 * Lets several learners learn the same stream, and the best of late serve: the champion predicts, the challengers predict
 * and learn beside it, and after each `every` samples the best of them takes its place if it is better by the margin. Who
 * took whose place, when and by what scores stays in the state.
 *
 * A step takes as long as those of all learners together. Scores come from predictions made before their sample was
 * learned.
 *
 * @param options The learners, and what decides.
 * @returns A learner whose predictions are those of the champion.
 * @throws {RangeError} If there are fewer than two learners, their tasks differ, or an option is out of range.
 * @throws {TypeError} If a learner or the metric cannot be made.
 *
 * @example Usage
 * ```ts
 * import { type ChampionState, createChampion, createLearner, sgd } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = { inputs: 1, layers: [{ units: 1, activation: "identity", initializer: "zeros" }] } as const;
 * const learners = {
 *   slow: createLearner({ network, optimizer: sgd({ learningRate: 1e-6 }) }),
 *   quick: createLearner({ network, optimizer: sgd({ learningRate: 0.1 }) }),
 * };
 * const learner = createChampion({ learners, every: 100 });
 * const samples = Array.from({ length: 100 }, (_, i) => ({ features: [i % 3], target: 5 * (i % 3) }));
 * const { state } = learner.learnMany(learner.init(), samples);
 * assertEquals((state as ChampionState).champion, "quick");
 * ```
 */
export function createChampion(options: ChampionOptions): Learner {
  const { every = 500, margin = 0.02 } = options;
  const { learners } = options;
  requireOptions({ learners, every, margin });
  const names = Object.keys(learners);
  const { task, labels } = learners[names[0]].description;
  const { metric = task === "regression" ? rolling(mae(), WINDOW) : rolling(accuracy(), WINDOW) } = options;
  const { largerIsBetter = LARGER_IS_BETTER.test(metricName(metric.spec)) } = options;
  requireMetric(metric, largerIsBetter);
  const units = Object.fromEntries(names.map((name) => [name, outputUnits(learners[name])]));

  const valueOf = (scores: Readonly<Record<string, unknown>>, name: string): number => metric.value(scores[name]);

  /** The best of all, if it is better than the champion by the margin. */
  const rivalOf = ({ champion, scores }: Pick<ChampionState, "champion" | "scores">): string | undefined => {
    const value = (name: string) => {
      const own = (largerIsBetter ? 1 : -1) * valueOf(scores, name);
      return own === own ? own : -Infinity; // whose score is not a number is worse than any
    };
    const best = names.reduce((best, name) => value(name) > value(best) ? name : best, champion);
    const own = value(champion);
    const least = Number.isFinite(own) ? own + margin * Math.abs(own) : own;
    return value(best) > least ? best : undefined;
  };

  const promote = (parts: Parts): Parts => {
    const { champion, scores, samples, promotions } = parts;
    const rival = samples % every === 0 ? rivalOf(parts) : undefined;
    if (rival === undefined) return parts;
    const [before, after] = [champion, rival].map((name) => valueOf(scores, name));
    const promotion = { samples, from: champion, to: rival, before, after };
    return { ...parts, champion: rival, promotions: [...promotions, promotion].slice(-MOST_PROMOTIONS) };
  };

  const learnOne = (from: LearnerState, sample: Sample) => {
    const state = from as ChampionState;
    const learned = names.map((name) => learners[name].learnOne(state.learners[name], sample));
    const scores = Object.fromEntries(names.map((name, i) => {
      const { output, state: after } = learned[i];
      const target = targetVector(learners[name], { target: sample.target, output, state: () => after });
      return [name, metric.update(state.scores[name], { output, target, weight: sample.weight ?? 1 })];
    }));
    const next = promote({
      champion: state.champion,
      samples: state.samples + 1,
      scores,
      promotions: state.promotions,
      learners: Object.fromEntries(names.map((name, i) => [name, learned[i].state])),
    });
    const { output, cost } = learned[names.indexOf(state.champion)];
    return { state: stateOf(next), output, cost };
  };

  const serving = (state: LearnerState) => {
    const { champion, learners: states } = state as ChampionState;
    return { learner: learners[champion], state: states[champion] };
  };

  return learnerFromSteps({
    description: {
      maker: {
        name: "createChampion",
        learners: Object.fromEntries(names.map((name) => [name, learners[name].description])),
        metric: metric.spec,
        largerIsBetter,
        every,
        margin,
      },
      labels,
      task,
    },
    init: () =>
      stateOf({
        champion: names[0],
        samples: 0,
        scores: Object.fromEntries(names.map((name) => [name, metric.init()])),
        promotions: [],
        learners: Object.fromEntries(names.map((name) => [name, learners[name].init()])),
      }),
    learnOne,
    predictOne(state, features) {
      const { learner, state: own } = serving(state);
      return learner.predictOne(own, features);
    },
    encodeTarget(state, target) {
      const { champion } = state as ChampionState;
      const { learner, state: own } = serving(state);
      return targetVector(learner, { target, output: new Float32Array(units[champion]), state: () => own });
    },
    fieldsOf(state) {
      const { learner, state: own } = serving(state);
      return learner.fieldsOf?.(own);
    },
    labelsOf(state) {
      const { learner, state: own } = serving(state);
      return learner.labelsOf?.(own) ?? labels;
    },
    fault: (state) => faultOf(state as ChampionState, learners, metric.form),
  });
}

type Parts = Omit<ChampionState, "network" | "optimizer">;

function network(this: Parts) {
  return this.learners[this.champion].network;
}

/** The state whose network is that of the champion, read when it is asked for. */
function stateOf(parts: Parts): ChampionState {
  const state = { ...parts, optimizer: null };
  defineGetter(state, "network", network);
  return state as unknown as ChampionState;
}

const promotionForm: Form = { samples: "count", from: "text", to: "text", before: "number", after: "number" };

function faultOf(state: ChampionState, learners: ChampionOptions["learners"], metricForm: Form): string | undefined {
  const { network, optimizer, learners: states, ...rest } = state;
  const names = Object.keys(learners);
  const fault = formFault(rest, {
    champion: "text",
    samples: "count",
    promotions: ["list", promotionForm],
    scores: Object.fromEntries(names.map((name) => [name, metricForm])),
  }, "state") ??
    (optimizer === null ? undefined : "state.optimizer must be null") ??
    (names.includes(rest.champion) ? undefined : `state.champion must be one of ${names.join(", ")}`);
  if (fault !== undefined) return fault;
  if (typeof states !== "object" || states === null || Object.keys(states).sort().join() !== names.sort().join()) {
    return `state.learners must hold a state for each of ${names.join(", ")}`;
  }
  for (const name of names) {
    const inner = stateFault(learners[name], states[name]);
    if (inner !== undefined) return `state.learners.${name}: ${inner}`;
  }
  if (network !== states[rest.champion].network) return "state.network must be that of the champion";
}

function requireOptions({ learners, every, margin }: Required<Pick<ChampionOptions, "learners" | "every" | "margin">>) {
  const refuse = (rule: string, current: unknown): never => {
    throw new RangeError(`Cannot create champion as ${rule}: current value is ${current}`);
  };
  if (typeof learners !== "object" || learners === null) {
    throw new TypeError(`Cannot create champion as learners must be an object: current value is ${learners}`);
  }
  const names = Object.keys(learners);
  if (names.length < 2) refuse("learners must hold 2 at least", names.length);
  const tasks = names.map((name) => learners[name].description.task);
  if (tasks.some((task) => task !== tasks[0])) refuse("learners must have one task", tasks.join(", "));
  if (!Number.isSafeInteger(every) || every < 1) refuse("every must be a whole number above 0", every);
  if (!(typeof margin === "number" && margin >= 0 && margin < Infinity)) {
    refuse("margin must be a number from 0 on", margin);
  }
}

function requireMetric(metric: AnyMetric, largerIsBetter: unknown): void {
  if (metric.observation === "number" || typeof metric.value(metric.init()) !== "number") {
    const name = metricName(metric.spec);
    throw new TypeError(
      `Cannot create champion as metric must give a number for predictions: current value is ${name}`,
    );
  }
  if (typeof largerIsBetter === "boolean") return;
  throw new TypeError(
    `Cannot create champion as largerIsBetter must be true or false: current value is ${largerIsBetter}`,
  );
}
