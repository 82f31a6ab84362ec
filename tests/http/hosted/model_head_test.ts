import { assertEquals } from "@std/assert";
import { initLedger } from "../../../lib/http/hosted/ledger.ts";
import { modelHead } from "../../../lib/http/hosted/model_head.ts";
import { updateScoreboard } from "../../../lib/http/hosted/scoreboard.ts";
import { lineLearner } from "../apps.ts";

Deno.test("modelHead() tells what is known and what has happened", () => {
  const learner = lineLearner();
  const state = learner.init();
  const ledger = initLedger("regression", "a");
  const scores = updateScoreboard(ledger.scores, [{ outputs: [1], targets: [[3]], costs: [2], weights: [1] }], 7);
  const head = modelHead({ learner, state, ledger: { ...ledger, version: 4, created: 1, time: 7, scores } });
  assertEquals([head.learner, head.state, head.version], [learner, state, 4]);
  const { created, time, learned, cost, scores: { model }, curve, marks } = head.stats;
  assertEquals([created, time, learned, cost, model.mae, marks], [1, 7, 0, 2, 2, []]);
  assertEquals(curve, [{ samples: 1, time: 7, cost: 2, score: 2, noChange: 3, prior: 3 }]);
  assertEquals(head.stats, head.stats);
});
