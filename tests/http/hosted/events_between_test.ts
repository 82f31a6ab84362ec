import { assertEquals } from "@std/assert";
import { eventsBetween } from "../../../lib/http/hosted/events_between.ts";
import { initLedger, type Ledger } from "../../../lib/http/hosted/ledger.ts";
import { readScores } from "../../../lib/http/hosted/scoreboard.ts";

const before = initLedger("regression", "a");
const counts = { ...before.counts, learned: 4, costs: 2 };
const base = { model: "line", version: 2, time: 7, learned: 4 };

Deno.test("eventsBetween() tells of samples, with their mean cost and all scores", () => {
  const after: Ledger = { ...before, version: 2, time: 7, counts };
  assertEquals(eventsBetween("line", [before, after]), [
    { ...base, type: "learned", samples: 4, cost: 0.5, scores: readScores(before.scores) },
  ]);
  assertEquals(eventsBetween("line", [after, { ...after, version: 3 }]), []);
});

Deno.test("eventsBetween() tells of marks and kept versions that are new", () => {
  const kept = { version: 1, samples: 4, learned: 4, time: 3, cost: 0.5 };
  const mark = { type: "drift", samples: 4, time: 5, version: 1 } as const;
  const old: Ledger = { ...before, version: 1, time: 5, counts, versions: [kept], marks: [mark] };
  const after: Ledger = {
    ...old,
    version: 2,
    time: 7,
    versions: [kept, { ...kept, version: 2, time: 6 }],
    marks: [mark, { ...mark, type: "rollback", time: 7, version: 2, restored: 1 }, {
      ...mark,
      type: "replaced",
      version: 2,
    }],
  };
  assertEquals(eventsBetween("line", [old, after]), [
    { ...base, type: "rollback", restored: 1 },
    { ...base, time: 5, type: "replaced" },
    { ...base, time: 6, type: "version" },
  ]);
});
