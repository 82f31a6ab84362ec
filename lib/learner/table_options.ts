import type { DriftDetector } from "../drift/mod.ts";
import { adwin } from "../drift/mod.ts";
import type { FeatureEncoderOptions } from "../feature/mod.ts";
import { adam, inverseRoot, type Optimizer } from "../optimizer/mod.ts";
import type { LayerOptions } from "../network/mod.ts";

/** What targets are, for a table learner. */
export type TableTask = "classification" | "regression" | "multilabel";

/** A table learner to be made: the task is all that it must be told. */
export interface TableLearnerOptions {
  /** What the targets are: one class of several (two included), numbers, or labels that come together. */
  readonly task: TableTask;
  /** What the features are. By default that is learned from them, and new ones join when they appear. */
  readonly features?: FeatureEncoderOptions;
  /**
   * The classes, labels or names of the numbers that are known from the start, in the order of their outputs. Classes and
   * labels that nobody has announced become further outputs.
   *
   * @default {[]}
   */
  readonly labels?: readonly string[];
  /** How many numbers a target of a regression holds. By default one a label, or 1. */
  readonly units?: number;
  /**
   * By what the weight of a sample of a class is multiplied, by label or class index; 1 for classes that are missing.
   *
   * @default {{}}
   */
  readonly classWeights?: Readonly<Record<string, number>>;
  /**
   * How many earlier targets the networks see beside the features, as forecasts need them.
   *
   * @default {0}
   */
  readonly lags?: number;
  /**
   * The layers before the outputs; none makes linear and logistic models.
   *
   * @default {[{ units: 32, activation: "silu" }, { units: 32, activation: "silu" }]}
   */
  readonly hidden?: readonly LayerOptions[];
  /** How gradients become steps. By default `adam` at a rate of 0.01 / sqrt(1 + t / 500). */
  readonly optimizer?: Optimizer;
  /**
   * How many networks there are that differ in their first weights alone and are asked together.
   *
   * @default {3}
   */
  readonly members?: number;
  /**
   * How many earlier samples each of them learns again with each new one; three times as many for 500 samples from the start
   * on, and from a drift on.
   *
   * @default {6}
   */
  readonly replays?: number;
  /**
   * How many samples are kept for that at most: the newest, in a quarter of `maxBytes`.
   *
   * @default {2000}
   */
  readonly memory?: number;
  /** What watches the errors, which lie between 0 and 1; null for nothing. By default `adwin`, quick to find a drift. */
  readonly drift?: DriftDetector<unknown> | null;
  /**
   * How many bytes the state may take at most, as `plainBytes` counts them; 2^20 at least. What does not fit is not taken
   * in: columns of new fields and categories, the oldest samples of the memory; a class that does not fit is refused.
   *
   * @default {16777216}
   */
  readonly maxBytes?: number;
  /**
   * How many classes or labels there may be at most. The more there may be, the fewer columns have room in `maxBytes`.
   *
   * @default {256}
   */
  readonly maxClasses?: number;
  /**
   * The seed of the first weights and of the memory.
   *
   * @default {1}
   */
  readonly seed?: number;
}

/** The options with their defaults. */
export type TableOptions = Required<TableLearnerOptions>;

/** Looks more often than by default, and at shorter windows: to start over late costs more than to do so in vain. */
function usualDetector(): DriftDetector<unknown> {
  return adwin({ delta: 0.01, clock: 1, gracePeriod: 12, minWindowLength: 3 }) as DriftDetector<unknown>;
}

const TASKS: readonly TableTask[] = ["classification", "regression", "multilabel"];

/**
 * The options with their defaults, checked.
 *
 * @param options The options.
 * @returns All options.
 * @throws {RangeError} If one is out of range.
 * @throws {TypeError} If the labels are not a list of texts.
 */
export function readTableOptions(options: TableLearnerOptions): TableOptions {
  const { labels = [] } = options;
  const all: TableOptions = {
    task: options.task,
    features: options.features ?? {},
    labels,
    units: options.units ?? Math.max(1, labels.length),
    classWeights: options.classWeights ?? {},
    lags: options.lags ?? 0,
    hidden: options.hidden ?? [{ units: 32, activation: "silu" }, { units: 32, activation: "silu" }],
    optimizer: options.optimizer ?? adam({ learningRate: inverseRoot({ rate: 0.01, decay: 1 / 500 }) }) as Optimizer,
    members: options.members ?? 3,
    replays: options.replays ?? 6,
    memory: options.memory ?? 2000,
    drift: options.drift === undefined ? usualDetector() : options.drift,
    maxBytes: options.maxBytes ?? 2 ** 24,
    maxClasses: options.maxClasses ?? Math.max(256, labels.length),
    seed: options.seed ?? 1,
  };
  requireTask(all.task);
  requireLabels(all);
  requireNumbers(all);
  requireClassWeights(all.classWeights);
  return all;
}

function requireTask(task: unknown): void {
  if (TASKS.includes(task as TableTask)) return;
  refuse(`task must be one of ${TASKS.join(", ")}`, JSON.stringify(task));
}

function requireLabels({ labels, task, units }: TableOptions): void {
  if (!Array.isArray(labels) || labels.some((label) => typeof label !== "string")) {
    throw new TypeError(
      `Cannot create table learner as labels must be a list of texts: current value is ${JSON.stringify(labels)}`,
    );
  }
  const twice = labels.find((label, i) => labels.indexOf(label) < i);
  if (twice !== undefined) refuse("labels must differ", `${JSON.stringify(twice)} twice`);
  if (task === "regression" && labels.length > 0 && labels.length !== units) {
    refuse(`labels must be ${units}, one a number`, labels.length);
  }
}

/** How many earlier samples each step may take, so that no description of a learner asks for steps without an end. */
const MOST_TIMES = 1000;

function requireNumbers(options: TableOptions): void {
  const least = { units: 1, lags: 0, members: 1, replays: 0, memory: 1, maxClasses: 2, maxBytes: 2 ** 20, seed: 0 };
  for (const [name, from] of Object.entries(least)) {
    const value = options[name as keyof typeof least];
    if (Number.isSafeInteger(value) && value >= from && value < 2 ** 48) continue;
    refuse(`${name} must be a whole number from ${from} on`, JSON.stringify(value) ?? typeof value);
  }
  for (const name of ["lags", "replays"] as const) {
    if (options[name] > MOST_TIMES) refuse(`${name} must be ${MOST_TIMES} at most`, options[name]);
  }
  if (options.labels.length > options.maxClasses) {
    refuse(`labels must be ${options.maxClasses} at most`, options.labels.length);
  }
}

function requireClassWeights(weights: Readonly<Record<string, number>>): void {
  for (const [name, weight] of Object.entries(weights)) {
    if (typeof weight === "number" && weight >= 0 && weight < Infinity) continue;
    refuse(`classWeights.${name} must be a number from 0 on`, JSON.stringify(weight) ?? typeof weight);
  }
}

function refuse(rule: string, current: unknown): never {
  throw new RangeError(`Cannot create table learner as ${rule}: current value is ${current}`);
}
