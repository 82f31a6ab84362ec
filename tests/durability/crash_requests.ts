import { readMemory } from "../../lib/http/read_memory.ts";
import type { LearnRequest } from "../../lib/http/mod.ts";
import { sampleOf } from "./model.ts";

/** A moment of a commit. */
export type Moment = "before part" | "after part" | "before record" | "after record";

/** Every commit is a version that is kept. */
export const keepAll = readMemory({ versions: { samples: 1 } });

/** Three requests, each with so many ids that they fill a page. */
export function crashRequests(): LearnRequest[] {
  return [0, 1, 2].map((request) => ({
    samples: Array.from({ length: 2048 }, (_, i) => ({ ...sampleOf(2048 * request + i), id: `${request}-${i}` })),
    idempotency: { key: `key ${request}`, fingerprint: "" },
  }));
}
