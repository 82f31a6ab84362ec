import { encodeLearner, SnapshotError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { initLedger } from "../../../lib/http/hosted/ledger.ts";
import { decodeRecord, encodeRecord } from "../../../lib/http/hosted/record.ts";
import { updateScoreboard } from "../../../lib/http/hosted/scoreboard.ts";
import { lineLearner } from "../apps.ts";

const learner = lineLearner();
const { state } = learner.learnOne(learner.init(), { features: [1], target: 2 });

Deno.test("decodeRecord() gives back what encodeRecord() was given", () => {
  const begun = initLedger("regression", "a");
  const scores = updateScoreboard(begun.scores, [{ outputs: [1], targets: [[2]], costs: [0.5], weights: [1] }], 7);
  const kept = { version: 3, samples: 2, learned: 2, time: 5, cost: NaN };
  const ledger = { ...begun, version: 4, time: 8, scores, versions: [kept], dropped: ["a/b"], commits: ["x"] };
  const decoded = decodeRecord(encodeRecord({ learner, state, ledger }));
  assertEquals(decoded.ledger, ledger);
  assertEquals([decoded.state, decoded.learner.description], [state, learner.description]);
});

Deno.test("decodeRecord() reads a record from the middle of a buffer", () => {
  const bytes = encodeRecord({ learner, state, ledger: initLedger("regression", "a") });
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  assertEquals(decodeRecord(shifted.subarray(3)).state, state);
});

Deno.test("decodeRecord() takes a snapshot for a model that was not committed yet", () => {
  const decoded = decodeRecord(encodeLearner(learner, state));
  assertEquals([decoded.state, decoded.ledger], [state, initLedger("regression", "")]);
});

Deno.test("decodeRecord() refuses what is neither, however it is cut", () => {
  const bytes = encodeRecord({ learner, state, ledger: initLedger("regression", "a") });
  for (let length = 0; length < bytes.length; length++) {
    assertThrows(() => decodeRecord(bytes.slice(0, length)), SnapshotError);
  }
});
