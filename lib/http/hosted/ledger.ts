import type { Task } from "../../learner/mod.ts";
import type { KeptVersion } from "./hosted_model.ts";
import { initJournal, type Journal } from "./journal.ts";
import type { CurveMark } from "./model_stats.ts";
import { initScoreboard, type Scoreboard } from "./scoreboard.ts";

/** What a model remembers beside what it has learned, as plain data: it is committed together with the learner. */
export interface Ledger {
  /** A random name, which a model of the same name that is made after this one was removed does not have. */
  readonly incarnation: string;
  /** The number of the commit. */
  readonly version: number;
  /** When the model was first committed, and last, in milliseconds since 1970. */
  readonly created: number;
  readonly time: number;
  /** Random names of the newest commits, by which a writer sees whether its own was among them. */
  readonly commits: readonly string[];
  /** The ids of samples. */
  readonly ids: Journal;
  /** The keys of requests with their answers. */
  readonly keys: Journal;
  /** The predictions that wait for labels, and the labels. */
  readonly predictions: Journal;
  /** The versions that are kept, the oldest first. */
  readonly versions: readonly KeptVersion[];
  /** The version whose state this one has taken over; only right after a rollback. */
  readonly restored: number | null;
  /** Names in the store that nothing refers to any more: who commits next removes them, if they are still there. */
  readonly dropped: readonly string[];
  /** How often what has happened. */
  readonly counts: Counts;
  /** How well it predicts. */
  readonly scores: Scoreboard;
  /** What is to be marked on the learning curve, the oldest first. */
  readonly marks: readonly CurveMark[];
}

/** How often what has happened in all the life of a model. */
export interface Counts {
  /** Samples that were learned, labels included. */
  readonly learned: number;
  /** The sum of their costs. */
  readonly costs: number;
  /** Labels that were learned. */
  readonly labelled: number;
  /** Samples that were not learned as their ids were learned before. */
  readonly duplicates: number;
  /** Samples that were refused. */
  readonly refused: number;
  /** Predictions that were remembered. */
  readonly remembered: number;
  /** Predictions that wait for their labels now. */
  readonly pending: number;
  /** Rollbacks. */
  readonly rollbacks: number;
  /** Drifts. */
  readonly drifts: number;
}

/**
 * What a model remembers before its first commit.
 *
 * @param task What its outputs mean.
 * @param incarnation A random name.
 * @returns The ledger, of version 0.
 */
export function initLedger(task: Task, incarnation: string): Ledger {
  return {
    incarnation,
    version: 0,
    created: NaN,
    time: NaN,
    commits: [],
    ids: initJournal(),
    keys: initJournal(),
    predictions: initJournal(),
    versions: [],
    restored: null,
    dropped: [],
    counts: {
      learned: 0,
      costs: 0,
      labelled: 0,
      duplicates: 0,
      refused: 0,
      remembered: 0,
      pending: 0,
      rollbacks: 0,
      drifts: 0,
    },
    scores: initScoreboard(task),
    marks: [],
  };
}
