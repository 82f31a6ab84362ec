import type { ModelStats } from "../hosted/model_stats.ts";

/** How far it looks back, in milliseconds, where the learning curve has a point there. */
const LATELY = 10_000;
/** What was learned at once did not take no time. */
const SHORTEST = 1000;

/**
 * How many samples a model learns in a second lately: those since the newest point of its learning curve that is at least
 * ten seconds old, or since the first commit.
 *
 * @param stats What has happened to the model.
 * @param now What time it is, in milliseconds since 1970.
 * @returns Samples in a second; 0 if nothing was learned yet.
 */
export function throughput({ created, learned, curve }: ModelStats, now: number): number {
  if (Number.isNaN(created)) return 0;
  const { samples, time } = curve.findLast((point) => point.time <= now - LATELY) ?? { samples: 0, time: created };
  return 1000 * (learned - samples) / Math.max(SHORTEST, now - time);
}
