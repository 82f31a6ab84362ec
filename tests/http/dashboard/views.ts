import type { ModelStats } from "@backstream/backstream/http";
import type { ModelView } from "../../../lib/http/dashboard/model_view.ts";

/** Stats of a classifier that has learned 40 samples, and the members that are given. */
export function sampleStats(stats: Partial<ModelStats> = {}): ModelStats {
  return {
    created: 0,
    time: 40_000,
    learned: 40,
    labelled: 3,
    duplicates: 2,
    refused: 1,
    remembered: 0,
    pending: 0,
    rollbacks: 1,
    drifts: 1,
    cost: 0.25,
    scores: {
      model: { accuracy: 0.8, fadingAccuracy: 0.9 },
      noChange: { accuracy: 0.4, fadingAccuracy: 0.5 },
      prior: { accuracy: 0.5, fadingAccuracy: 0.6 },
    },
    curve: [10, 20, 30, 40].map((samples) => ({
      samples,
      time: 1000 * samples,
      cost: 0.5,
      score: samples / 50,
      noChange: 0.5,
      prior: 0.25,
    })),
    marks: [],
    ...stats,
  };
}

/** A view of that classifier at version 4, and the members that are given. */
export function sampleView(view: Partial<ModelView> = {}): ModelView {
  return {
    name: "colors",
    version: 4,
    stats: sampleStats(),
    score: { label: "Accuracy", isShare: true, model: 0.9, noChange: 0.5, prior: 0.6 },
    rate: 12.4,
    bytes: 2048,
    versions: [
      { version: 4, samples: 40, learned: 40, time: 40_000, cost: 0.25, restored: 1 },
      { version: 2, samples: 20, learned: 20, time: 20_000, cost: 0.5 },
    ],
    fields: { kind: "numbers", count: 2 },
    ...view,
  };
}

/** Fragment as text. */
export async function textOf(markup: unknown): Promise<string> {
  return String(await markup);
}
