import type { DenseSamples, Features, Sample, SampleError, Target } from "../../feature/mod.ts";
import type { Vector } from "../../kernel/mod.ts";
import type { Learner } from "../../learner/mod.ts";

/** What a client calls a request, so that it may send it again without it being done again. */
export interface IdempotencyKey {
  /** The header `Idempotency-Key`: 1 to 256 characters. */
  readonly key: string;
  /** A digest of everything the request says, by which a key is caught that is used again for something else. */
  readonly fingerprint: string;
}

/** What requests that change a model have in common. */
export interface ChangeRequest {
  /**
   * Whether all samples are refused if one is. Otherwise those that can be used are learned.
   *
   * @default {true}
   */
  readonly atomic?: boolean;
  /** What the client calls the request. */
  readonly idempotency?: IdempotencyKey;
  /**
   * How many bytes the request takes up while it waits; the queue is bounded by them. By default an estimate.
   */
  readonly bytes?: number;
}

/** Samples to learn, in their order. A sample whose `id` was learned before is not learned again. */
export interface LearnRequest extends ChangeRequest {
  /** The samples; what is none of these is refused. */
  readonly samples: readonly Sample[] | DenseSamples;
}

/** What came true of a prediction that was to be remembered. */
export interface Label {
  /** The id of the prediction. */
  readonly id: string;
  /** What came true. */
  readonly target: Target;
  /** Importance, as that of a sample. */
  readonly weight?: number;
}

/** Late labels to learn from, in their order. */
export interface LabelRequest extends ChangeRequest {
  /** The labels. */
  readonly labels: readonly Label[];
}

/** What has become of one sample or label. */
export type Outcome =
  /** It was predicted, scored and learned. For a label the output is the one that was remembered. */
  | { readonly status: "learned"; readonly output: ArrayLike<number>; readonly cost: number }
  /** Its id was learned before, so that it was not learned again. */
  | { readonly status: "duplicate" }
  /** It cannot be used, and nothing was learned from it. */
  | { readonly status: "refused"; readonly error: SampleError }
  /** A label whose prediction is not known, or not any more. */
  | { readonly status: "unknown" };

/** What a change has done, told when it is durable. This much is remembered under an idempotency key. */
export interface LearnSummary {
  /** The number of the commit, or of the one before if nothing is to be committed; 0 if there was none yet. */
  readonly version: number;
  /** How many samples were learned. */
  readonly learned: number;
  /** How many were not learned as their ids were learned before. */
  readonly duplicates: number;
  /** How many were refused, labels of unknown predictions included. */
  readonly refused: number;
  /** The mean cost of those that were learned; NaN if none was. */
  readonly cost: number;
  /**
   * How many samples the model had learned in all its life before the first of these. Those of one request are learned one
   * behind the other, so that these numbers tell the order in which the samples of all requests were learned.
   */
  readonly before: number;
}

/** The answer to a request to learn. */
export interface LearnAnswer extends LearnSummary {
  /** Whether the answer is the remembered one of an earlier request with the same key; outcomes are not remembered. */
  readonly replayed: boolean;
  /** The learner that has learned. */
  readonly learner: Learner;
  /** What has become of the sample at that place; undefined for a replayed answer. */
  outcome(index: number): Outcome | undefined;
}

/** Predictions that are remembered. */
export interface RememberAnswer {
  /** The number of the commit whose state has predicted. */
  readonly version: number;
  /** The learner that has predicted. */
  readonly learner: Learner;
  /** The outputs, one each. Shape: (units). */
  readonly outputs: readonly Vector[];
  /** The ids for late labels, one each; what has an id is durable. */
  readonly ids: readonly string[];
}

/** Inputs to predict. */
export type PredictRequest = readonly Features[];
