import { accuracy, mae, mean, type Metric, type Prediction, rolling } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { createProgressiveScores } from "../../lib/learner/progressive_scores.ts";
import { lineLearner } from "../rx/line_learner.ts";

const state = () => lineLearner.init();

Deno.test("createProgressiveScores() scores the learner and two baselines: numbers by hand", () => {
  const scores = createProgressiveScores(lineLearner, { metrics: [mae()], baselines: true });
  for (const [output, target] of [[1, 2], [3, 3], [5, 7]]) {
    scores.add({ sample: { features: [0], target }, output: [output], guesses: scores.guess(), state });
  }
  assertEquals(scores.read(), {
    scores: { mae: 3 / 3 },
    baselines: { noChange: { mae: (2 + 1 + 4) / 3 }, prior: { mae: (2 + 1 + 4.5) / 3 } },
  });
});

Deno.test("createProgressiveScores() scores what the baselines knew when the sample came", () => {
  const scores = createProgressiveScores(lineLearner, { metrics: [mae()], baselines: true });
  const early = scores.guess();
  assertEquals(early, [[], []]);
  for (const target of [2, 4]) scores.add({ sample: { features: [0], target }, output: [0], guesses: early, state });
  assertEquals(scores.guess(), [[4], [3]]);
  assertEquals(scores.read().baselines, { noChange: { mae: 3 }, prior: { mae: 3 } });
});

Deno.test("createProgressiveScores() counts the weights of the samples", () => {
  const scores = createProgressiveScores(lineLearner, { metrics: [mae()], baselines: true });
  for (const [weight, target] of [[3, 1], [1, 5]]) {
    scores.add({ sample: { features: [0], target, weight }, output: [0], guesses: scores.guess(), state });
  }
  assertEquals(scores.read().scores, { mae: (3 * 1 + 5) / 4 });
  assertEquals(scores.guess(), [[5], [2]]);
});

Deno.test("createProgressiveScores() leaves the baselines out where they are not wanted", () => {
  const scores = createProgressiveScores(lineLearner, { metrics: [mae()], baselines: false });
  assertEquals([scores.guess(), scores.read()], [[], { scores: { mae: NaN } }]);
});

Deno.test("createProgressiveScores() rejects metrics of numbers, and the same name twice", () => {
  const number = mean() as unknown as Metric<unknown, Prediction>;
  assertThrows(
    () => createProgressiveScores(lineLearner, { metrics: [mae(), number], baselines: true }),
    TypeError,
    "Cannot validate progressively as metrics must take predictions: current value is mean",
  );
  const metrics = [accuracy(), rolling(accuracy(), { window: 5 }), rolling(accuracy(), { window: 6 })];
  assertThrows(
    () => createProgressiveScores(lineLearner, { metrics, baselines: true }),
    RangeError,
    "Cannot validate progressively as metrics must differ in name: current value is rollingAccuracy twice",
  );
});
