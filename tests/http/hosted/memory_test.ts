import type { Vector } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { initLedger, type Ledger } from "../../../lib/http/hosted/ledger.ts";
import { emptyIndexes, type Memory, openMemory } from "../../../lib/http/hosted/memory.ts";

const summary = { version: 1, learned: 2, duplicates: 3, refused: 4, cost: 5, before: 6 };
const key = { key: "k", fingerprint: "f" };
const remembered = { features: Float32Array.of(1), output: Float32Array.of(2) as unknown as Vector };
const first: Ledger = initLedger("regression", "inc");

/** The memory of a later commit, in other words of another process. */
async function reopen(memory: Memory, now: number): Promise<Memory> {
  const { pending: _, ...journals } = memory.journals();
  const ledger = { ...first, ...journals };
  const indexes = emptyIndexes();
  for (const kind of ["ids", "keys", "predictions"] as const) {
    await indexes[kind].advance(ledger[kind], () => Promise.resolve(undefined));
  }
  return openMemory({ ledger, indexes, now, ages: { keys: 10, predictions: 20 } });
}

function open(): Memory {
  return openMemory({ ledger: first, indexes: emptyIndexes(), now: 100, ages: { keys: 10, predictions: 20 } });
}

/** What it remembers of what {@linkcode fill} has added. */
function told(memory: Memory) {
  const prediction = memory.findPrediction("p");
  return {
    ids: ["a", "b", "c"].map((id) => memory.hasId(id)),
    keys: [key, { ...key, fingerprint: "g" }, { ...key, key: "l" }].map((each) => memory.findKey(each)),
    prediction: typeof prediction === "object"
      ? { features: prediction.features, output: prediction.output }
      : prediction,
    others: [memory.findPrediction("q"), memory.findPrediction("r")],
    pending: memory.journals().pending,
  };
}

function fill(memory: Memory): void {
  memory.addId("a");
  memory.addId("b");
  memory.addKey(key, summary);
  memory.addPrediction("p", remembered);
  memory.addPrediction("q", remembered);
  memory.addLabel("q");
}

const all = {
  ids: [true, true, false],
  keys: [{ summary, isSame: true }, { summary, isSame: false }, undefined],
  prediction: remembered,
  others: ["labelled", undefined],
  pending: 1,
};

Deno.test("openMemory() finds what was added, before and after it is committed", async () => {
  const memory = open();
  assertEquals(told(memory).ids, [false, false, false]);
  fill(memory);
  assertEquals(told(memory) as unknown, all);
  assertEquals(told(await reopen(memory, 110)) as unknown, all);
  assertEquals(first, initLedger("regression", "inc"));
});

Deno.test("openMemory() finds no keys and predictions that are too old", async () => {
  const memory = open();
  fill(memory);
  const later = told(await reopen(memory, 111));
  assertEquals([later.ids, later.keys, later.prediction !== undefined], [
    all.ids,
    [undefined, undefined, undefined],
    true,
  ]);
  assertEquals(told(await reopen(memory, 121)).prediction, undefined);
});

Deno.test("openMemory() counts the predictions that wait over several commits", async () => {
  const memory = open();
  fill(memory);
  const next = await reopen(memory, 101);
  next.addLabel("p");
  next.addPrediction("s", remembered);
  next.addPrediction("t", remembered);
  assertEquals([next.findPrediction("p"), next.journals().pending], ["labelled", 2]);
});

Deno.test("openMemory() hashes otherwise for another incarnation", () => {
  const bytes = ["inc", "other"].map((incarnation) => {
    const memory = openMemory({
      ...{ ledger: initLedger("regression", incarnation), indexes: emptyIndexes(), now: 0 },
      ages: { keys: 1, predictions: 1 },
    });
    memory.addId("a");
    return String(memory.journals().ids.bytes);
  });
  assertEquals(bytes[0] === bytes[1], false);
});
