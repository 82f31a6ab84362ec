import type { Ledger } from "./ledger.ts";
import type { EventBase, ModelEvent } from "./model_event.ts";
import { readScores } from "./scoreboard.ts";

/**
 * What has happened to a model from one commit to a later one.
 *
 * @param model The name of the model.
 * @param from What was committed earlier.
 * @param to What was committed later.
 * @returns The events in order.
 */
export function eventsBetween(model: string, [from, to]: readonly [Ledger, Ledger]): ModelEvent[] {
  const { version, time, counts: { learned } } = to;
  const base: EventBase = { model, version, learned, time };
  const events: ModelEvent[] = [];
  for (const mark of to.marks) {
    if (mark.version <= from.version) continue;
    const { type, samples, time, version, restored = NaN } = mark;
    const marked = { model, version, learned: samples, time };
    if (type === "rollback") events.push({ ...marked, type, restored });
    else events.push({ ...marked, type });
  }
  const samples = learned - from.counts.learned;
  const cost = (to.counts.costs - from.counts.costs) / samples;
  if (samples > 0) events.push({ ...base, type: "learned", samples, cost, scores: readScores(to.scores) });
  const known = new Set(from.versions.map(({ version }) => version));
  for (const kept of to.versions) {
    if (!known.has(kept.version)) events.push({ ...base, type: "version", version: kept.version, time: kept.time });
  }
  return events;
}
