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
export function modelHead({ learner, state, ledger }: ModelRecord): Head {
  let stats: ModelStats | undefined;
  return {
    learner,
    state,
    version: ledger.version,
    get stats() {
      return stats ??= readStats(ledger);
    },
  };
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
