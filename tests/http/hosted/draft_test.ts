import type { Sample } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import type { Steps } from "../../../lib/http/hosted/apply_items.ts";
import { createDraft, type Draft, type DraftOptions } from "../../../lib/http/hosted/draft.ts";
import type { LearnAnswer } from "../../../lib/http/hosted/learn_request.ts";
import { learnJobs } from "../../../lib/http/hosted/learn_jobs.ts";
import { initLedger } from "../../../lib/http/hosted/ledger.ts";
import { emptyIndexes, type Indexes } from "../../../lib/http/hosted/memory.ts";
import type { ModelRecord } from "../../../lib/http/hosted/record.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { lineLearner } from "../apps.ts";

const learner = lineLearner();
const sample = { features: [1], target: 2 };
const first: ModelRecord = { learner, state: learner.init(), ledger: initLedger("regression", "inc") };

function draftOf(options: Partial<DraftOptions> = {}) {
  const ages = { keys: 100, predictions: 100 };
  return createDraft({ base: first, indexes: emptyIndexes(), now: 1000, ages, ...options });
}

/** Applies a request alone. */
function end(draft: Draft, steps: Steps): LearnAnswer {
  let step = steps.next();
  while (!step.done) {
    if (step.value === "wait") step = steps.next();
    else {
      const learning = learnJobs({ ...draft.current(), jobs: [step.value], careful: true });
      let learned = learning.next();
      while (!learned.done) learned = learning.next();
      draft.advance(learned.value.state);
      step = steps.next(learned.value.results[0]);
    }
  }
  return step.value;
}

/** What is found in a record by those who come after it. */
async function indexesOf({ ledger }: ModelRecord): Promise<Indexes> {
  const indexes = emptyIndexes();
  for (const kind of ["ids", "keys", "predictions"] as const) {
    await indexes[kind].advance(ledger[kind], () => Promise.resolve(undefined));
  }
  return indexes;
}

Deno.test("createDraft() changes nothing that it is given, and counts what it has done", () => {
  const draft = draftOf();
  assertEquals([draft.changed(), draft.current().state], [false, first.state]);
  end(draft, draft.learn({ samples: [{ ...sample, id: "a" }, sample], idempotency: { key: "k", fingerprint: "f" } }));
  draft.remember([[1], [2]], ["p", "q"]);
  end(draft, draft.label({ labels: [{ id: "p", target: 1 }] }));
  const { ledger, state } = draft.finish();
  assertEquals([ledger.version, ledger.created, ledger.time, state.samples], [1, 1000, 1000, 3]);
  assertEquals([ledger.ids, ledger.keys, ledger.predictions].map(({ open }) => open.entries), [1, 1, 3]);
  const { learned, labelled, remembered, pending, costs } = ledger.counts;
  assertEquals([learned, labelled, remembered, pending, costs], [3, 1, 2, 1, 2 + 0 + 0.5]);
  assertEquals(first.ledger, initLedger("regression", "inc"));
});

Deno.test("createDraft() tells the version it would make only if there is anything to commit", () => {
  const draft = draftOf();
  const refused = end(draft, draft.learn({ samples: [{ features: [], target: 1 }], atomic: false }));
  assertEquals([refused.version, draft.changed()], [0, false]);
  const learned = end(draft, draft.learn({ samples: [sample] }));
  assertEquals([refused.version, learned.version, draft.changed()], [0, 1, true]);
});

Deno.test("createDraft() leaves no trace of a request that throws", () => {
  const draft = draftOf();
  const samples = [{ ...sample, id: "a" }, { features: ["x"], target: 1, id: "b" } as unknown as Sample];
  assertThrows(() => end(draft, draft.learn({ samples, idempotency: { key: "k", fingerprint: "f" } })));
  assertThrows(() => end(draft, draft.label({ labels: [{ id: "nothing", target: 1 }] })), RequestError);
  assertEquals([draft.changed(), draft.doubtful(), draft.current().state], [false, true, first.state]);
  assertEquals(draft.finish().ledger, { ...first.ledger, version: 1, created: 1000, time: 1000 });
});

Deno.test("createDraft() finds what was committed, as long as it is not too old", async () => {
  const before = draftOf();
  end(before, before.learn({ samples: [{ ...sample, id: "a" }], idempotency: { key: "k", fingerprint: "f" } }));
  before.remember([[1], [1]], ["p", "q"]);
  const base = before.finish();
  const indexes = await indexesOf(base);
  for (const [now, replayed, found] of [[1100, true, "learned"], [1101, false, "unknown"]] as const) {
    const draft = draftOf({ base, indexes, now });
    assertEquals(end(draft, draft.learn({ samples: [{ ...sample, id: "a" }] })).duplicates, 1);
    const again = end(draft, draft.learn({ samples: [sample], idempotency: { key: "k", fingerprint: "f" } }));
    const label = end(draft, draft.label({ labels: [{ id: "p", target: 1 }], atomic: false }));
    assertEquals([again.replayed, label.outcome(0)?.status], [replayed, found]);
  }
});

Deno.test("createDraft() begins new scores with another learner, and keeps them with an earlier state", () => {
  const learned = draftOf();
  end(learned, learned.learn({ samples: [sample] }));
  const base = learned.finish();
  const exchanged = (type: "rollback" | "replaced", restored?: number) => {
    const draft = draftOf({ base });
    const kept = draft.exchange({ learner, state: learner.init() }, {
      type,
      ...restored === undefined ? {} : { restored },
    });
    return { kept, ...draft.finish().ledger };
  };
  const [back, other] = [exchanged("rollback", 1), exchanged("replaced")];
  assertEquals(back.scores, base.ledger.scores);
  assertEquals(other.scores, first.ledger.scores);
  assertEquals([back.restored, other.restored, back.counts.rollbacks, other.counts.rollbacks], [1, null, 1, 0]);
  assertEquals(back.marks, [{ type: "rollback", restored: 1, samples: 1, time: 1000, version: 2 }]);
  assertEquals(back.kept, { version: 2, samples: 0, learned: 1, time: 1000, cost: 2, restored: 1 });
});

Deno.test("createDraft() goes by the drifts that a learner has found itself", () => {
  const found = (drifts: number) => ({ ...first.state, counts: { drifts } }) as typeof first.state;
  const draft = draftOf({ base: { ...first, state: found(1) } });
  assertEquals(draft.finish().ledger.counts.drifts, 0);
  draft.advance(found(2));
  draft.advance(found(3));
  const { counts, marks } = draft.finish().ledger;
  assertEquals([counts.drifts, marks], [2, [{ type: "drift", samples: 0, time: 1000, version: 1 }]]);
  draft.advance(found(0)); // another learner in its place
  assertEquals(draft.finish().ledger.counts.drifts, 2);
});
