import { assertEquals } from "@std/assert";
import { curvePoints } from "../../../lib/http/hosted/curve.ts";
import { initScoreboard, readScores, recentCost, updateScoreboard } from "../../../lib/http/hosted/scoreboard.ts";
import { assertClose } from "../../helper/assert_close.ts";

Deno.test("updateScoreboard() scores a regression beside its baselines", () => {
  const samples = [
    { output: [1], target: [3], weight: 1, cost: 2 },
    { output: [3], target: [2], weight: 1, cost: 0.5 },
  ];
  const board = updateScoreboard(initScoreboard("regression"), samples, 9);
  const { model, noChange, prior } = readScores(board);
  assertEquals([model.mae, noChange.mae, prior.mae], [1.5, (3 + 1) / 2, (3 + 1) / 2]);
  assertClose([model.fadingMae], [(0.999 * 2 + 1) / 1.999], { absolute: 1e-12 });
  assertClose([recentCost(board)], [(0.999 * 2 + 0.5) / 1.999], { absolute: 1e-12 });
  assertEquals(curvePoints(board.curve), [
    { samples: 1, time: 9, cost: 2, score: 2, noChange: 3, prior: 3 },
    { samples: 2, time: 9, cost: 0.5, score: 1, noChange: 1, prior: 1 },
  ]);
});

Deno.test("updateScoreboard() scores classes beside the last and the most frequent one", () => {
  const classes = [1, 1, 0, 1];
  const samples = classes.map((target) => ({
    output: [0.2, 0.8],
    target: [1 - target, target],
    weight: 1,
    cost: 1,
  }));
  const { model, noChange, prior } = readScores(updateScoreboard(initScoreboard("classification"), samples, 0));
  assertEquals([model.accuracy, noChange.accuracy, prior.accuracy], [0.75, 0.25, 0.5]); // at first both guess class 0
  assertClose([model.logLoss], [-(3 * Math.log(0.8) + Math.log(0.2)) / 4], { absolute: 1e-7 });
});

Deno.test("updateScoreboard() gives the same however the samples are parted, and changes nothing that it is given", () => {
  const samples = Array.from({ length: 50 }, (_, i) => ({
    output: [i % 3, i % 5],
    target: [i % 7, i % 2],
    weight: 1 + i % 2,
    cost: i,
  }));
  const empty = initScoreboard("regression");
  const whole = updateScoreboard(empty, samples, 1);
  assertEquals(updateScoreboard(updateScoreboard(empty, samples.slice(0, 20), 1), samples.slice(20), 1), whole);
  assertEquals(empty, initScoreboard("regression"));
  assertEquals(updateScoreboard(whole, [], 2), whole);
});

Deno.test("recentCost() is NaN before the first sample", () => {
  assertEquals(recentCost(initScoreboard("classification")), NaN);
});
