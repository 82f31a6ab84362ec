import { encodeLearner } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { appendToJournal, PAGE_BYTES } from "../../../lib/http/hosted/journal.ts";
import { describeVersion, type KeepOptions, keepParts } from "../../../lib/http/hosted/keep_parts.ts";
import { initLedger, type Ledger } from "../../../lib/http/hosted/ledger.ts";
import { lineLearner } from "../apps.ts";

const learner = lineLearner();
const { state } = learner.learnMany(learner.init(), Array(3).fill({ features: [1], target: 2 }));
const begun: Ledger = { ...initLedger("regression", "inc"), version: 5, created: 0, time: 100 };
const window = { entries: 1, bytes: Infinity, age: Infinity };
const options: KeepOptions = {
  name: "line",
  windows: { ids: window, keys: window, predictions: window },
  versions: { keep: 2, samples: 10, age: 1000 },
  now: 100,
  always: false,
};
const keep = (ledger: Partial<Ledger>, more: Partial<KeepOptions> = {}) =>
  keepParts({ learner, state, ledger: { ...begun, ...ledger } }, { ...options, ...more });

Deno.test("keepParts() puts nothing away as long as little has happened", () => {
  assertEquals(keep({ dropped: ["old"] }), { ledger: { ...begun, dropped: [] }, parts: [] });
});

Deno.test("keepParts() puts away full pages, and drops pages that are not wanted any more", () => {
  const full = appendToJournal(begun.keys, { bytes: new Uint8Array(PAGE_BYTES), entries: 9, time: 1 });
  const first = keep({ keys: full });
  assertEquals(first.parts, [{ name: ".part/line/inc/keys/0", bytes: full.bytes }]);
  assertEquals([first.ledger.keys.pages.length, first.ledger.dropped], [1, []]);
  const next = appendToJournal(first.ledger.keys, { bytes: new Uint8Array(PAGE_BYTES), entries: 9, time: 1 });
  const second = keep({ keys: next });
  assertEquals(second.parts.map(({ name }) => name), [".part/line/inc/keys/1"]);
  assertEquals([second.ledger.keys.first, second.ledger.dropped], [1, [".part/line/inc/keys/0"]]);
});

Deno.test("keepParts() keeps a version after so many samples or so long a time", () => {
  const learned = (learned: number) => ({ counts: { ...begun.counts, learned } });
  const kept = { version: 5, samples: 3, learned: 10, time: 100, cost: NaN };
  const { ledger, parts } = keep(learned(10));
  assertEquals(ledger.versions, [kept]);
  assertEquals(parts, [{ name: ".part/line/inc/version/5", bytes: encodeLearner(learner, state) }]);
  assertEquals(keep(learned(9)).parts, []);
  const after = { versions: [{ ...kept, version: 4, time: 50 }] };
  assertEquals([19, 20].map((count) => keep({ ...learned(count), ...after }).parts.length), [0, 1]);
  assertEquals([1049, 1050].map((time) => keep({ ...learned(11), ...after, time }).parts.length), [0, 1]);
  assertEquals(keep({ ...learned(10), ...after, time: 9999 }).parts.length, 0); // nothing was learned since
  assertEquals(keep({ ...learned(999), versions: [kept] }).parts.length, 0); // it is kept already
  assertEquals(keep(learned(999), { versions: { keep: 0, samples: 1, age: 1 } }).parts.length, 0);
});

Deno.test("keepParts() keeps what a rollback has made, and what is to be replaced", () => {
  assertEquals(keep({ restored: 2 }).ledger.versions[0].restored, 2);
  assertEquals(keep({}, { always: true }).ledger.versions.length, 1);
  assertEquals(keep({ version: 0 }, { always: true }).parts, []);
});

Deno.test("keepParts() drops the oldest versions", () => {
  const versions = [1, 2].map((version) => ({ version, samples: 1, learned: 1, time: 1, cost: 0 }));
  const { ledger } = keep({ versions }, { always: true });
  assertEquals([ledger.versions.map(({ version }) => version), ledger.dropped], [[2, 5], [".part/line/inc/version/1"]]);
});

Deno.test("describeVersion() tells number, samples, time and cost", () => {
  const ledger = { ...begun, counts: { ...begun.counts, learned: 7 } };
  assertEquals(describeVersion({ learner, state, ledger }), {
    version: 5,
    samples: 3,
    learned: 7,
    time: 100,
    cost: NaN,
  });
});
