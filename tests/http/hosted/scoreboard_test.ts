import {
  accuracy,
  type AnyMetric,
  fading,
  hammingLoss,
  mae,
  metricName,
  nextRandom,
  noChange,
  type Prediction,
  prior,
  rmse,
} from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { curvePoints } from "../../../lib/http/hosted/curve.ts";
import { initScoreboard, readScores, recentCost, updateScoreboard } from "../../../lib/http/hosted/scoreboard.ts";
import type { ScoredSamples } from "../../../lib/http/hosted/scoring.ts";
import { assertClose } from "../../helper/assert_close.ts";

const one = (output: number[], target: number[], cost: number): ScoredSamples => ({
  outputs: output,
  costs: [cost],
  targets: [target],
  weights: [1],
});

Deno.test("updateScoreboard() scores a regression beside its baselines", () => {
  const samples = [one([1], [3], 2), one([3], [2], 0.5)];
  const board = updateScoreboard(initScoreboard("regression"), samples, 9);
  const { model, noChange, prior } = readScores(board);
  assertEquals([model.mae, noChange.mae, prior.mae], [1.5, (3 + 1) / 2, (3 + 1) / 2]);
  assertEquals(model.rmse, Math.sqrt((4 + 1) / 2));
  assertClose([model.fadingMae], [(0.999 * 2 + 1) / 1.999], { absolute: 1e-12 });
  assertClose([recentCost(board)], [(0.999 * 2 + 0.5) / 1.999], { absolute: 1e-12 });
  assertEquals(curvePoints(board.curve), [
    { samples: 1, time: 9, cost: 2, score: 2, noChange: 3, prior: 3 },
    { samples: 2, time: 9, cost: 0.5, score: 1, noChange: 1, prior: 1 },
  ]);
});

Deno.test("updateScoreboard() scores classes beside the last and the most frequent one", () => {
  const samples = [1, 1, 0, 1].map((target) => one([0.2, 0.8], [1 - target, target], 1));
  const { model, noChange, prior } = readScores(updateScoreboard(initScoreboard("classification"), samples, 0));
  assertEquals([model.accuracy, noChange.accuracy, prior.accuracy], [0.75, 0.25, 0.5]); // at first both guess class 0
});

/** What the metrics and baselines of the core give, one prediction at a time. */
function plainly(metrics: readonly AnyMetric[], predictions: readonly Prediction[]) {
  let [last, mean] = [noChange().init(), prior().init()];
  const tallies = [0, 1, 2].map(() => metrics.map((metric) => metric.init()));
  for (const prediction of predictions) {
    const outputs = [prediction.output, noChange().predict(last), prior().predict(mean)];
    outputs.forEach((output, i) =>
      metrics.forEach((metric, m) => tallies[i][m] = metric.update(tallies[i][m], { ...prediction, output }))
    );
    last = noChange().update(last, prediction.target);
    mean = prior().update(mean, prediction.target, prediction.weight);
  }
  const [model, same, usual] = tallies.map((states) =>
    Object.fromEntries(metrics.map((metric, m) => [metricName(metric.spec), metric.value(states[m])]))
  );
  return { model, noChange: same, prior: usual };
}

const metrics = {
  classification: [accuracy(), fading(accuracy(), { factor: 0.999 })],
  regression: [mae(), fading(mae(), { factor: 0.999 }), rmse()],
  multilabel: [hammingLoss(), fading(hammingLoss(), { factor: 0.999 })],
};
for (const task of ["classification", "regression", "multilabel"] as const) {
  for (const units of [1, 3]) {
    Deno.test(`updateScoreboard() scores ${task} with ${units} outputs as the metrics and baselines of the core do`, () => {
      let seed = 5;
      const draw = () => {
        let value: number;
        [value, seed] = nextRandom(seed);
        return Math.floor(value * 8) / 8; // so that some are equal
      };
      const predictions = Array.from({ length: 500 }, (_, i) => ({
        output: Array.from({ length: units }, draw),
        target: Array.from({ length: units }, draw),
        weight: [1, 0.5, 2, 0][i % 4],
      }));
      const samples: ScoredSamples = {
        outputs: predictions.flatMap(({ output }) => output),
        costs: predictions.map((_, i) => i),
        targets: predictions.map(({ target }) => target),
        weights: predictions.map(({ weight }) => weight),
      };
      const board = updateScoreboard(initScoreboard(task), [samples], 1);
      assertEquals(readScores(board) as unknown, plainly(metrics[task], predictions));
      const parted = predictions.reduce(
        (board, { output, target, weight }, i) =>
          updateScoreboard(board, [{ outputs: output, costs: [i], targets: [target], weights: [weight] }], 1),
        initScoreboard(task),
      );
      assertEquals(parted, board);
      if (units > 1) return;
      const plain = { ...samples, targets: predictions.map(({ target }) => target[0]) };
      assertEquals(updateScoreboard(initScoreboard(task), [plain], 1), board);
    });
  }
}

Deno.test("updateScoreboard() goes on where the outputs grow", () => {
  const samples = [one([0.4], [1], 1), one([0.1, 0.9], [0, 1], 1), one([0.9], [0, 1], 1)];
  const board = updateScoreboard(initScoreboard("classification"), samples, 0);
  const predictions = samples.map(({ outputs, targets }) => ({ output: outputs, target: targets[0] as number[] }));
  assertEquals(readScores(board) as unknown, plainly(metrics.classification, predictions));
});

Deno.test("updateScoreboard() changes nothing that it is given", () => {
  const board = updateScoreboard(initScoreboard("regression"), [one([1], [3], 2)], 9);
  const copy = structuredClone(board);
  updateScoreboard(board, [one([1], [3], 2)], 9);
  assertEquals(board, copy);
  assertEquals(updateScoreboard(board, [], 2), board);
});

Deno.test("recentCost() is NaN before the first sample", () => {
  assertEquals(recentCost(initScoreboard("classification")), NaN);
});

Deno.test("updateScoreboard() watches for drifts: misses of a class, and errors beside those of the mean target", () => {
  const stream = (error: number): ScoredSamples => ({
    outputs: Array.from({ length: 2000 }, (_, i) => i % 2 + (i % 16 === 0 ? error : 0)),
    costs: Array(2000).fill(0),
    targets: Array.from({ length: 2000 }, (_, i) => [i % 2]),
    weights: Array(2000).fill(1),
  });
  const wrong: ScoredSamples = { ...stream(0), outputs: Array(2000).fill(0) };
  for (const task of ["classification", "regression", "multilabel"] as const) {
    const before = updateScoreboard(initScoreboard(task), [stream(0.1)], 0);
    const [same, after] = [stream(0.1), wrong].map((next) => updateScoreboard(before, [next], 0).drift.drifts);
    assertEquals([before.drift.drifts, same, after > 0], [0, 0, true]);
  }
});
