import type { Learner, LearnerState } from "../../learner/mod.ts";
import type { Vector } from "../../kernel/mod.ts";
import type { LabelRequest, LearnAnswer, LearnRequest, PredictRequest, RememberAnswer } from "./learn_request.ts";
import type { ModelEvent } from "./model_event.ts";
import type { ModelStats } from "./model_stats.ts";

/** What a model knew after one of its commits. */
export interface ModelVersion {
  /** How it learns. */
  readonly learner: Learner;
  /** What it has learned. */
  readonly state: LearnerState;
  /** The number of the commit; 0 before the first. */
  readonly version: number;
}

/** What a model knows at one moment. */
export interface Head extends ModelVersion {
  /** What has happened to it so far. */
  readonly stats: ModelStats;
}

/** Throws unless a model may be changed that has this version now, or is not there. */
export type VersionRule = (version: number | undefined) => void;

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
  /** The recent mean cost at that time; NaN before the first sample. */
  readonly cost: number;
  /** The version whose state this one took over, if it came from a rollback. */
  readonly restored?: number;
}

/** A learner whose state lives in a store; the memory of this instance is only a cache of it. */
export interface HostedModel {
  /** The name in the store and in the address. */
  readonly name: string;
  /** Whether it was given in code, so that it can neither be removed nor become another kind of model. */
  readonly fixed: boolean;
  /**
   * What it knows, at most `staleness` milliseconds old.
   *
   * @throws {RequestError} 404 if the model has been removed.
   */
  head(): Promise<Head>;
  /** The same, if it is known without a question to the store. */
  known(): Head | undefined;
  /** What it knows now, whatever other instances have committed. Throws as `head` does. */
  refresh(): Promise<Head>;
  /**
   * Learns samples; what it resolves to is durable. Samples that arrive while a commit is under way share the next one.
   *
   * @throws {SampleError} If a sample of an atomic request cannot be used; nothing of the request is learned then.
   * @throws {RequestError} 422 if the model would no longer be finite, or the key was used for another request; 503 if the
   * queue is full, the model is closing, or other instances were first every time; nothing of it is learned then.
   */
  learn(request: LearnRequest): Promise<LearnAnswer>;
  /**
   * Learns late labels, each with the features that were remembered for its id, and each id once.
   *
   * @throws {RequestError} For an atomic request 404 if a prediction is not known or not any more; and as `learn` does.
   * @throws {SampleError} As `learn` does.
   */
  label(request: LabelRequest): Promise<LearnAnswer>;
  /**
   * Predicts by its head, or another version of it, which changes nothing and writes nothing.
   *
   * @param by The version.
   * @param inputs What is to be predicted.
   * @returns The outputs, one each. Shape: (units).
   * @throws {SampleError} If features cannot be used, or an output is not finite; `index` tells which.
   */
  predict(by: ModelVersion, inputs: PredictRequest): readonly Vector[];
  /**
   * Predicts by its head and remembers it, so that late labels can be joined: the predictions go through the next commit, so
   * that their ids survive a crash.
   *
   * @param inputs What is to be predicted.
   * @param bytes How many bytes the request takes up while it waits, by default 256 each.
   * @throws {SampleError} As `predict` does.
   */
  remember(inputs: PredictRequest, bytes?: number): Promise<RememberAnswer>;
  /** The versions that are kept, the newest first. The head itself is among them only if it was kept. */
  versions(): Promise<readonly KeptVersion[]>;
  /**
   * The snapshot of a kept version, or of the head, as `encodeLearner` makes it.
   *
   * @throws {RequestError} 404 if that version is not kept.
   */
  snapshot(version?: number): Promise<Uint8Array>;
  /**
   * Makes the state of a kept version the head again, as a new version; the head before it is kept. What has been
   * remembered (keys, sample ids, predictions) stays remembered: samples learned since are forgotten by the network, but
   * they do not come back when a client repeats them.
   *
   * @param version The version.
   * @param rule What is asked in the commit, of the version that is replaced.
   * @throws {RequestError} 404 if that version is not kept.
   */
  rollback(version: number, rule?: VersionRule): Promise<KeptVersion>;
  /**
   * Takes over another state, as a new version; the head before it is kept where it can be. A fixed model takes only what
   * has the shape, the labels and the kind of optimizer that it was given in code.
   *
   * @param learner How the other state learns.
   * @param state The state.
   * @param rule What is asked in the commit, of the version that is replaced.
   * @throws {RequestError} 409 if it does not fit a fixed model.
   */
  replace(learner: Learner, state: LearnerState, rule?: VersionRule): Promise<Head>;
  /** What happens from now on. Never holds up learning: a subscriber that is slow loses the oldest events, and is told so. */
  subscribe(): Subscription;
  /** Takes nothing new, and resolves when what was taken is durable or has failed. */
  close(): Promise<void>;
}

/** Events for one subscriber. */
export interface Subscription extends AsyncIterable<ModelEvent> {
  /** Ends it. */
  close(): void;
}
