import { assertEquals } from "@std/assert";
import { initScoreboard } from "../../../lib/http/hosted/scoreboard.ts";
import { closeScoring, openScoring, type ScoredSamples, scoreSample } from "../../../lib/http/hosted/scoring.ts";
import { assertClose } from "../../helper/assert_close.ts";

/** The points of all samples, and the scores after them. */
function scored(task: "classification" | "regression" | "multilabel", parts: readonly ScoredSamples[]) {
  const points = new Float64Array(4);
  const scoring = openScoring(initScoreboard(task), points);
  const all: number[][] = [];
  for (const part of parts) {
    for (let i = 0; i < part.costs.length; i++) {
      scoreSample(scoring, part, i, 0);
      all.push([...points]);
    }
  }
  return { points: all, scores: closeScoring(scoring) };
}

Deno.test("scoreSample() puts cost, own score and those of the baselines among the points, and adds to the scores", () => {
  const part = { outputs: [1, 5], costs: [2, 0.5], targets: [3, 4], weights: [1, 3] };
  const { points, scores } = scored("regression", [part]);
  assertEquals(points, [[2, 2, 3, 3], [0.5, 1, 1, 1]]); // noChange and prior predict 0, then 3
  assertEquals(scores.model[0], { weight: 4, sum: 2 + 3 * 1 }); // mae
  assertClose([scores.model[1].weight, scores.model[1].sum], [0.999 + 3, 0.999 * 2 + 3], { absolute: 1e-12 });
  assertEquals(scores.model[2], { weight: 4, sum: 4 + 3 * 1 }); // rmse
  assertEquals([scores.last, scores.mean], [[4], { weight: 4, sums: [3 + 3 * 4] }]);
  assertClose([scores.cost.weight, scores.cost.sum], [1.999, 0.999 * 2 + 0.5], { absolute: 1e-12 });
});

Deno.test("scoreSample() takes the place of the largest number as the class, the first of several", () => {
  const outputs = [0.2, 0.7, 0.1, 0.4, 0.4, 0.2];
  const part = { outputs, costs: [1, 1], targets: [[0, 1, 0], [0, 1, 0]], weights: [1, 1] };
  const { points, scores } = scored("classification", [part]);
  assertEquals(points.map(([, own]) => own), [1, 0]);
  assertEquals(scores.model[0], { weight: 2, sum: 1 });
});

Deno.test("scoreSample() scores labels that come together by the share of those that are wrong", () => {
  const outputs = [0.9, 0.2, 0.7, 0.6, 0.5, 0.1, 0.4, 0.2];
  const part = { outputs, costs: [1, 1], targets: [[1, 0, 0, 0], [1, 0, 0, 0]], weights: [1, 3] };
  const { points, scores } = scored("multilabel", [part]);
  assertEquals(points.map(([, own]) => own), [0.5, 0.25]); // two of four, then one, as 0.5 is not there
  assertEquals(scores.model[0], { weight: 4, sum: 0.5 + 3 * 0.25 });
});

Deno.test("scoreSample() takes what is missing at the end of a vector as 0, whichever part had more", () => {
  const wide = { outputs: [1, 2, 3], costs: [1], targets: [[1, 2, 3]], weights: [1] };
  const narrow = { outputs: [1], costs: [1], targets: [[1]], weights: [1] };
  const { points } = scored("regression", [narrow, wide, narrow]);
  assertEquals(points.map(([, own]) => own), [0, 0, 0]);
  assertClose(points.map(([, , last]) => last), [1, 5 / 3, 5 / 3], { absolute: 1e-12 });
});

Deno.test("scoreSample() scores a number as it scores a list of it", () => {
  const numbers = { outputs: [1, 5, 2], costs: [1, 2, 3], targets: [2, 3, 7], weights: [1, 2, 1] };
  const lists = { ...numbers, targets: [[2], [3], [7]] };
  assertEquals(scored("regression", [numbers]), scored("regression", [lists]));
});
