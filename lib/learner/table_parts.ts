import type { DriftDetector } from "../drift/mod.ts";
import { createFeatureEncoder, type FeatureEncoder } from "../feature/mod.ts";
import { immutable, type Vector } from "../kernel/mod.ts";
import { chain, clipByNorm, type Optimizer, sgd } from "../optimizer/mod.ts";
import { type ReplayBuffer, slidingBuffer } from "../replay/mod.ts";
import { classMixer } from "./class_mixer.ts";
import { classTargets } from "./class_targets.ts";
import { labelMixer } from "./label_mixer.ts";
import { labelTargets } from "./label_targets.ts";
import { createMember, type Member, type MemberOptions } from "./member.ts";
import type { Mixer } from "./mixer.ts";
import { numberMixer } from "./number_mixer.ts";
import { numberTargets } from "./number_targets.ts";
import { type ReplayItem, replayItemBytes } from "./replay_item.ts";
import { tableBudget } from "./table_budget.ts";
import type { TableOptions, TableTask } from "./table_options.ts";
import type { TargetCodec, TargetState } from "./target_codec.ts";

/** Networks that are given the same samples; their mean is one expert. */
export interface Committee {
  /** The networks. */
  readonly members: readonly Member[];
  /** How many earlier samples they learn again with each new one. */
  readonly replays: number;
  /** Whether they start anew when the world has changed. */
  readonly restarts: boolean;
  /** Turns a target into what the networks are to answer. */
  smooth(target: Vector): Vector;
}

/** What a table learner is made of. */
export interface TableParts {
  /** The task. */
  readonly task: TableTask;
  /** How many earlier targets are inputs. */
  readonly lags: number;
  /** Turns features into columns. */
  readonly encoder: FeatureEncoder;
  /** Turns targets into vectors. */
  readonly codec: TargetCodec;
  /** The committees. */
  readonly committees: readonly Committee[];
  /** Makes one answer of theirs. */
  readonly mixer: Mixer;
  /** The samples to be learned again. */
  readonly buffer: ReplayBuffer<unknown, ReplayItem>;
  /** Watches the errors. */
  readonly detector: DriftDetector<unknown> | null;
  /** By what the weight of a sample with this target is multiplied. */
  classWeight(state: TargetState, target: Vector): number;
}

/** How much of the probability of a class is spread over all classes, so that no network becomes too sure. */
const SMOOTHING = 0.05;
/** Scaled features go no further from 0, so that an outlier harms no network. */
const CLIP = 5;

/**
 * Makes the parts of a table learner.
 *
 * @param options All options.
 * @returns The parts.
 */
export function createTableParts(options: TableOptions): TableParts {
  const { task, lags, hidden, optimizer, members, replays, memory, seed } = options;
  const main = { hidden, optimizer, ...TASK_NETWORKS[task] };
  const quick = {
    hidden: hidden.length === 0 ? [] : QUICK_HIDDEN,
    optimizer: quickOptimizer(),
    ...QUICK_NETWORKS[task],
  };
  const seeds = Array.from({ length: members }, (_, m) => seed + m);
  const linear = { ...main, hidden: [], seed: seed + members };
  const replayed = { replays, restarts: true, smooth: SMOOTHERS[task] };
  const committees: Committee[] = [
    { members: seeds.map((seed) => createMember({ ...main, seed })), ...replayed },
    { members: [createMember(linear)], ...replayed },
    { members: [createMember({ ...quick, seed: seed + members + 1 })], replays: 0, restarts: false, smooth: (y) => y },
  ];
  const { maxWidth, maxClasses, memoryBytes } = tableBudget(options, committees.flatMap(({ members }) => members));
  return {
    task,
    lags,
    encoder: createFeatureEncoder({ clip: CLIP, ...options.features, maxWidth }) as FeatureEncoder,
    codec: codecOf({ ...options, maxClasses }),
    committees,
    mixer: MIXERS[task](committees.length),
    buffer: slidingBuffer<ReplayItem>({
      capacity: memory,
      seed,
      maxBytes: memoryBytes,
      bytesOf: replayItemBytes,
    }) as ReplayBuffer<unknown, ReplayItem>,
    detector: options.drift,
    classWeight: classWeightOf(options),
  };
}

/** The output layer and the cost of the networks. */
type TaskNetwork = Pick<MemberOptions, "output" | "cost">;

const TASK_NETWORKS: Readonly<Record<TableTask, TaskNetwork>> = {
  classification: { output: { activation: "softmax" }, cost: "crossEntropy" },
  regression: { output: { activation: "identity" }, cost: "huber" },
  multilabel: { output: { activation: "sigmoid" }, cost: "crossEntropy" },
};

const QUICK_NETWORKS: Readonly<Record<TableTask, TaskNetwork>> = {
  ...TASK_NETWORKS,
  regression: { output: { activation: "identity" }, cost: "quadratic" },
};

const QUICK_HIDDEN = [{ units: 32, activation: "tanh" }] as const;

/** Steps that never become smaller, and so follow what changes. */
function quickOptimizer(): Optimizer {
  return chain(clipByNorm({ maxNorm: 1 }), sgd({ learningRate: 0.1 })) as Optimizer;
}

const MIXERS: Readonly<Record<TableTask, (committees: number) => Mixer>> = {
  classification: classMixer,
  regression: numberMixer,
  multilabel: labelMixer,
};

const SMOOTHERS: Readonly<Record<TableTask, Committee["smooth"]>> = {
  classification: (y) => spread(y, SMOOTHING / y.length),
  regression: (y) => y,
  multilabel: (y) => spread(y, SMOOTHING / 2),
};

/** y (1 - epsilon) + share (Szegedy et al., "Rethinking the Inception architecture", 2016, label smoothing). */
function spread(target: Vector, share: number): Vector {
  return immutable(Float32Array.from(target, (y) => y * (1 - SMOOTHING) + share));
}

function codecOf({ task, labels, units, maxClasses }: TableOptions): TargetCodec {
  if (task === "regression") return numberTargets({ labels, units, standardizes: true });
  return task === "classification" ? classTargets({ labels, maxClasses }) : labelTargets({ labels, maxClasses });
}

function classWeightOf({ task, classWeights }: TableOptions): TableParts["classWeight"] {
  if (task === "regression" || Object.keys(classWeights).length === 0) return () => 1;
  const weights = new Map(Object.entries(classWeights));
  return ({ labels }, target) => {
    let [sum, whole] = [0, 0];
    for (let j = 0; j < target.length; j++) {
      sum += target[j] * (weights.get(labels[j]) ?? weights.get(String(j)) ?? 1);
      whole += target[j];
    }
    return whole === 0 ? 1 : sum / whole;
  };
}
