import type { LearnerDescription } from "../learner/mod.ts";
import type { Problem } from "./problem_error.ts";

/** A prediction. */
export interface Prediction {
  /** What the network says, one number an output. */
  readonly output: readonly number[];
  /** The class it stands for, where the model classifies. */
  readonly class?: number;
  /** The label of that class, where the model has labels. */
  readonly label?: string;
  /** The labels that are more probable than not, where the model tells which of several are there. */
  readonly labels?: readonly string[];
  /** The probabilities by label, where the model has labels and its outputs are probabilities. */
  readonly probabilities?: Readonly<Record<string, number>>;
  /** The id for a late label, if it was asked for with `remember`. */
  readonly id?: string;
}

/** A prediction, and the version of the model that made it. */
export interface PredictAnswer extends Prediction {
  /** The number of the commit. */
  readonly version: number;
}

/** Predictions, and the version of the model that made them. */
export interface PredictManyAnswer {
  /** The predictions, in the order of the inputs. */
  readonly predictions: readonly Prediction[];
  /** The number of the commit. */
  readonly version: number;
}

/** What has become of a sample or a label. */
export interface SampleResult extends Partial<Omit<Prediction, "id">> {
  /**
   * `learned`; `duplicate`: its id was learned before; `refused`: it cannot be used; `unknown`: there is no prediction of
   * that id, or not any more; `replayed`: the request was done before, and single outcomes are not remembered.
   */
  readonly status: "learned" | "duplicate" | "refused" | "unknown" | "replayed";
  /** The id of the sample or the prediction. */
  readonly id?: string;
  /** The cost of the prediction. */
  readonly cost?: number;
  /** The field that cannot be used. */
  readonly field?: string;
  /** What it must be. */
  readonly rule?: string;
}

/** What has become of one of many samples. */
export interface StreamedResult extends SampleResult {
  /** The place of the sample among all that were sent, from 0 on. */
  readonly index: number;
}

/** What learning has done; it is durable. */
export interface LearnSummary {
  /** How many samples were learned. */
  readonly samples: number;
  /** How many were not learned as their ids were learned before. */
  readonly duplicates: number;
  /** How many were refused, labels of unknown predictions included. */
  readonly refused: number;
  /** The mean cost of those that were learned; null if none was. */
  readonly cost: number | null;
  /** The version of the model that knows them. */
  readonly version: number;
  /** How many samples the model had learned in all its life before the first of these. */
  readonly before: number;
}

/** What learning has done, and what has become of each sample or label. */
export interface LearnAnswer extends LearnSummary {
  /** Whether this is the answer to an earlier request with the same key; single outcomes are not remembered. */
  readonly replayed?: boolean;
  /** What has become of each; missing where the answer is replayed. */
  readonly results?: readonly SampleResult[];
}

/** What a model is and how much it has learned. */
export interface ModelAnswer {
  /** The name. */
  readonly name: string;
  /** The number of the newest commit; 0 before the first. */
  readonly version: number;
  /** How many samples its state has learned. */
  readonly samples: number;
  /** Whether it was given in code. */
  readonly fixed: boolean;
  /** What the outputs mean. */
  readonly task: LearnerDescription["task"];
  /** The labels in the order of the classes. */
  readonly labels: readonly string[];
  /** How gradients become steps. */
  readonly optimizer?: LearnerDescription["optimizer"];
  /** The shape of the network. */
  readonly network?: {
    readonly inputs: number;
    readonly layers: readonly { readonly units: number; readonly activation: string }[];
    readonly cost: string;
    readonly parameters: number;
  };
  /** What has happened to it in all its life: counts, scores, learning curve, marks. */
  readonly stats: Readonly<Record<string, unknown>>;
  /** Further members. */
  readonly [member: string]: unknown;
}

/** A model that cannot be read now. */
export interface LostModel {
  /** The name. */
  readonly name: string;
  /** Why. */
  readonly problem: Problem;
}

/** A version that can be downloaded or made the head again. */
export interface KeptVersion {
  /** The number of the commit. */
  readonly version: number;
  /** How many samples its state has learned. */
  readonly samples: number;
  /** How many samples the model had learned in all its life by then. */
  readonly learned: number;
  /** When it was committed, in milliseconds since 1970. */
  readonly time: number;
  /** The recent mean cost at that time; null before the first sample. */
  readonly cost: number | null;
  /** The version whose state this one took over, if it came from a rollback. */
  readonly restored?: number;
}

/** Something that has happened to a model; `state` is what is so when one begins to follow. */
export interface ModelEvent {
  /** What has happened. */
  readonly type: "state" | "learned" | "drift" | "version" | "rollback" | "replaced" | "removed" | "lost";
  /** The model. */
  readonly model: string;
  /** The number of the commit. */
  readonly version: number;
  /** How many samples were learned in all by then. */
  readonly learned: number;
  /** When it was committed, in milliseconds since 1970; null before the first. */
  readonly time: number | null;
  /** How many samples a commit has learned. */
  readonly samples?: number;
  /** Their mean cost, or that of the recent samples; null if it is not known. */
  readonly cost?: number | null;
  /** The scores of the model and of the baselines by then; null where there are none yet. */
  readonly scores?: Readonly<Record<"model" | "noChange" | "prior", Readonly<Record<string, number | null>>>>;
  /** The version that is the head again. */
  readonly restored?: number;
  /** How many events were lost, as they were taken too slowly. */
  readonly events?: number;
}
