import type { Learner, LearnerState } from "../../learner/mod.ts";
import { curvePoints } from "./curve.ts";
import type { Head } from "./hosted_model.ts";
import type { Ledger } from "./ledger.ts";
import type { ModelStats } from "./model_stats.ts";
import type { ModelRecord } from "./record.ts";
import { readScores, recentCost } from "./scoreboard.ts";

/**
 * A record as it is told to others. Its statistics are made when they are read.
 *
 * @param record The record.
 * @returns The head.
 */
export function modelHead(record: ModelRecord): Head {
  return new RecordHead(record);
}

/** A class, as V8 keeps the getter of an object, and with it all of the record, until the next large collection. */
class RecordHead implements Head {
  readonly learner: Learner;
  readonly state: LearnerState;
  readonly version: number;
  readonly #ledger: Ledger;
  #stats: ModelStats | undefined;

  constructor({ learner, state, ledger }: ModelRecord) {
    this.learner = learner;
    this.state = state;
    this.version = ledger.version;
    this.#ledger = ledger;
  }

  get stats(): ModelStats {
    return this.#stats ??= readStats(this.#ledger);
  }
}

function readStats({ created, time, counts, scores, marks }: Ledger): ModelStats {
  return {
    created,
    time,
    ...counts,
    cost: recentCost(scores),
    scores: readScores(scores),
    curve: curvePoints(scores.curve),
    marks,
  };
}
