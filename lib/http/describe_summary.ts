import type { LearnSummary } from "./hosted/learn_request.ts";

/** What a request to learn has done, as an answer tells it. */
export interface SummaryDescription {
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

/**
 * Tells in plain data what a request to learn has done.
 *
 * @param answer What it has done.
 * @returns The numbers.
 */
export function describeSummary(answer: LearnSummary): SummaryDescription {
  const { learned, duplicates, refused, cost, version, before } = answer;
  return { samples: learned, duplicates, refused, cost: Number.isFinite(cost) ? cost : null, version, before };
}
