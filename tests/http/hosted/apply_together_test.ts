import type { Sample } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { applyTogether, type Change } from "../../../lib/http/hosted/apply_together.ts";
import { createDraft, type Draft } from "../../../lib/http/hosted/draft.ts";
import type { LearnAnswer, LearnRequest } from "../../../lib/http/hosted/learn_request.ts";
import { initLedger } from "../../../lib/http/hosted/ledger.ts";
import { emptyIndexes } from "../../../lib/http/hosted/memory.ts";
import { lineLearner } from "../apps.ts";

const sample = { features: [1], target: 2 };
const bad = { features: ["x"], target: 1 } as unknown as Sample;

function begin() {
  let learned = 0;
  const learner = lineLearner();
  const counting = {
    ...learner,
    learnMany: (...args: Parameters<typeof learner.learnMany>) => (learned++, learner.learnMany(...args)),
  };
  const draft = createDraft({
    base: { learner: counting, state: learner.init(), ledger: initLedger("regression", "inc") },
    indexes: emptyIndexes(),
    now: 0,
    ages: { keys: 1, predictions: 1 },
  });
  return { draft, calls: () => learned };
}

async function apply(draft: Draft, changes: readonly Change<unknown>[]): Promise<unknown[]> {
  const told: unknown[] = [];
  const waiters = changes.map((change, i) => ({
    ...change,
    resolve: (value: unknown) => told[i] = value,
    reject: (reason: unknown) => told[i] = `${reason}`.split(":")[0],
  }));
  const settle = await applyTogether(draft, waiters, true);
  assertEquals(told, []);
  settle();
  return told;
}

const learn = (request: LearnRequest) => ({ steps: (draft: Draft) => draft.learn(request) });
const summary = (answer: unknown) => {
  const { learned, duplicates, before, replayed } = answer as LearnAnswer;
  return [learned, duplicates, before, replayed];
};

Deno.test("applyTogether() learns the samples of all requests at once, and each gets its own", async () => {
  const { draft, calls } = begin();
  const requests = [[sample], [sample, sample], [sample]].map((samples) => learn({ samples }));
  assertEquals((await apply(draft, requests)).map(summary), [[1, 0, 0, false], [2, 0, 1, false], [1, 0, 3, false]]);
  assertEquals([calls(), draft.current().state.samples], [1, 4]);
});

Deno.test("applyTogether() finishes requests that have something in common one after the other", async () => {
  const { draft, calls } = begin();
  const request = { samples: [sample], idempotency: { key: "k", fingerprint: "f" } };
  const a = { ...sample, id: "a" };
  const changes = [request, { samples: [a] }, { samples: [a, sample] }, request].map(learn);
  const answers = await apply(draft, changes);
  assertEquals(answers.map(summary), [[1, 0, 0, false], [1, 0, 1, false], [1, 1, 2, false], [1, 0, 0, true]]);
  assertEquals(calls(), 2);
});

Deno.test("applyTogether() goes on after what throws", async () => {
  const { draft } = begin();
  const throws: Change<unknown> = {
    run: () => {
      throw new TypeError("broken");
    },
  };
  const answers = await apply(draft, [
    learn({ samples: [bad], idempotency: { key: "k", fingerprint: "f" } }),
    throws,
    learn({ samples: [sample], idempotency: { key: "k", fingerprint: "f" } }),
    { run: () => 5 },
  ]);
  assertEquals([answers[0], answers[1], summary(answers[2]), answers[3]], [
    "SampleError",
    "TypeError",
    [1, 0, 0, false],
    5,
  ]);
});

Deno.test("applyTogether() tells all who were learned together of an error that is nobody's fault", async () => {
  const { draft } = begin();
  const broken = {
    features: [1],
    get target(): number {
      throw new Error("broken");
    },
  };
  const answers = await apply(draft, [learn({ samples: [broken] }), learn({ samples: [sample] })]);
  assertEquals([answers, draft.changed()], [["Error", "Error"], false]);
});
