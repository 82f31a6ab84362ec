import type { AllScores } from "./model_stats.ts";

/** What all events tell. */
export interface EventBase {
  /** The model. */
  readonly model: string;
  /** The number of the commit. */
  readonly version: number;
  /** How many samples were learned in all by then. */
  readonly learned: number;
  /** When it was committed, in milliseconds since 1970. */
  readonly time: number;
}

/** Something that has happened to a model, and that is durable. */
export type ModelEvent =
  | EventBase & {
    /** A commit. */
    readonly type: "learned";
    /** How many samples it has learned. */
    readonly samples: number;
    /** Their mean cost. */
    readonly cost: number;
    /** All scores by then. */
    readonly scores: AllScores;
  }
  | EventBase & {
    /** The costs have changed more than by chance. */
    readonly type: "drift";
  }
  | EventBase & {
    /** The version is kept: it can be downloaded and rolled back to. */
    readonly type: "version";
  }
  | EventBase & {
    /** The state of an earlier version is the head again. */
    readonly type: "rollback";
    /** That version. */
    readonly restored: number;
  }
  | EventBase & {
    /** `replaced`: another state, or another learner, has been taken over. `removed`: the model is no more. */
    readonly type: "replaced" | "removed";
  }
  | EventBase & {
    /** This subscriber was too slow for some events. */
    readonly type: "lost";
    /** How many. */
    readonly events: number;
  };
