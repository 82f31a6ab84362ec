import {
  accuracy,
  adam,
  confusionMatrix,
  createLearner,
  kappaT,
  mae,
  nextRandom,
  type Prediction,
  prior,
  progressiveValScore,
  rmse,
  rolling,
  type Sample,
} from "@backstream/backstream";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { generatedSamples } from "../helper/generated_samples.ts";
import { scoreOf } from "../metric/predictions.ts";
import { lineLearner, lineSamples } from "../rx/line_learner.ts";
import { naiveDelay } from "./naive_delay.ts";

const learner = createLearner({
  network: { inputs: 3, layers: [{ units: 3, activation: "softmax" }], cost: "crossEntropy", seed: 2 },
  optimizer: adam({ learningRate: 0.05 }),
});
const samples = generatedSamples(300, { inputs: 3, units: 3, seed: 4 });

/** The vector of a class. */
const oneHot = (target: Sample["target"]) => [0, 1, 2].map((j) => j === target ? 1 : 0);

Deno.test("progressiveValScore() scores each prediction before it learns: numbers by hand", () => {
  const sample = { features: [1], target: 2 };
  const { scores, baselines, samples, state } = progressiveValScore(lineLearner, [sample, sample]);
  // from w = b = 0 the first step leads to w = b = 0.25, so that the second prediction is 0.5
  assertEquals(scores, { mae: (2 + 1.5) / 2, rmse: Math.sqrt((4 + 2.25) / 2), r2: 0 });
  assertEquals(baselines, {
    noChange: { mae: 1, rmse: Math.SQRT2, r2: 0 },
    prior: { mae: 1, rmse: Math.SQRT2, r2: 0 },
  });
  assertEquals([samples, state], [2, lineLearner.learnMany(lineLearner.init(), [sample, sample]).state]);
});

Deno.test("progressiveValScore() learns a delayed target after the samples in between: numbers by hand", () => {
  const sample = { features: [1], target: 2 };
  const late = progressiveValScore(lineLearner, [sample, sample, sample], { delay: 2, metrics: [mae()] });
  assertEquals(late.scores, { mae: (2 + 2 + 1.5) / 3 }); // the third is predicted when one was learned
  assertEquals(late.baselines, { noChange: { mae: 4 / 3 }, prior: { mae: 4 / 3 } });
  assertEquals(late.state, lineLearner.learnMany(lineLearner.init(), [sample, sample, sample]).state);
});

Deno.test("progressiveValScore() equals the metrics over the outputs of learnMany", () => {
  const { state, outputs } = learner.learnMany(learner.init(), samples);
  const predictions = samples.map(({ target }, i): Prediction => ({
    output: outputs.slice(3 * i, 3 * i + 3),
    target: oneHot(target),
  }));
  const metrics = [accuracy(), kappaT(), rolling(accuracy(), { window: 50 })];
  const found = progressiveValScore(learner, samples, { metrics });
  assertEquals(found.scores, {
    accuracy: scoreOf(accuracy(), predictions),
    kappaT: scoreOf(kappaT(), predictions),
    rollingAccuracy: scoreOf(accuracy(), predictions.slice(-50)),
  });
  assertEquals([found.samples, found.state], [300, state]);
});

Deno.test("progressiveValScore() equals the plainest way under random moments and delays, baselines too", () => {
  let seed = 9;
  const draw = (below: number) => {
    const [value, next] = nextRandom(seed);
    seed = next;
    return Math.floor(value * below);
  };
  for (const most of [2, 10, 100]) {
    const moments = samples.map(() => draw(200)).sort((a, b) => a - b);
    const delays = samples.map(() => draw(most));
    const [predictions, guesses]: [Prediction[], Prediction[]] = [[], []];
    let [state, frequencies] = [learner.init(), prior().init()];
    const made: Record<number, { output: ArrayLike<number>; guess: ArrayLike<number> }> = {};
    for (const [what, place] of naiveDelay(moments, delays)) {
      const sample = samples[place];
      if (what === "predict") {
        made[place] = { output: learner.predictOne(state, sample.features), guess: prior().predict(frequencies) };
      } else {
        const target = oneHot(sample.target);
        predictions.push({ output: made[place].output, target });
        guesses.push({ output: made[place].guess, target });
        state = learner.learnOne(state, sample).state;
        frequencies = prior().update(frequencies, target);
      }
    }
    const numbered = samples.map((sample, place) => ({ ...sample, place }));
    const found = progressiveValScore(learner, numbered, {
      metrics: [accuracy(), rmse()],
      moment: ({ place }) => moments[place],
      delay: ({ place }) => delays[place],
    });
    assertEquals(found.scores, { accuracy: scoreOf(accuracy(), predictions), rmse: scoreOf(rmse(), predictions) });
    assertEquals(found.baselines?.prior, { accuracy: scoreOf(accuracy(), guesses), rmse: scoreOf(rmse(), guesses) });
    assertEquals(found.state, state);
  }
});

Deno.test("progressiveValScore() gives kappaT the accuracies of the learner and of noChange", () => {
  const { scores, baselines } = progressiveValScore(learner, samples);
  assertAlmostEquals(scores.kappaT, 1 - (1 - scores.accuracy) / (1 - baselines!.noChange.accuracy), 1e-12);
});

Deno.test("progressiveValScore() goes on from a state, and leaves the baselines out", () => {
  const { state } = learner.learnMany(learner.init(), samples);
  const found = progressiveValScore(learner, samples, { state, baselines: false, delay: 3 });
  assertEquals(Object.keys(found), ["scores", "samples", "state"]);
  assertEquals(found.state.samples, 600);
});

Deno.test("progressiveValScore() gives matrices too", () => {
  const { scores } = progressiveValScore(learner, samples, { metrics: [confusionMatrix()] });
  assertEquals(scores.confusionMatrix.flat().reduce((sum, x) => sum + x, 0), 300);
});

Deno.test("progressiveValScore() of nothing", () => {
  const { scores, samples, state } = progressiveValScore(lineLearner, []);
  assertEquals([scores, samples, state], [{ mae: NaN, rmse: NaN, r2: NaN }, 0, lineLearner.init()]);
});

Deno.test("progressiveValScore() changes no state that it is given", () => {
  const state = lineLearner.learnMany(lineLearner.init(), lineSamples(5)).state;
  const before = structuredClone(state);
  progressiveValScore(lineLearner, lineSamples(50), { state, delay: 7 });
  assertEquals(state, before);
});

Deno.test("progressiveValScore() rejects options out of range before it reads the stream", () => {
  const unread = {
    [Symbol.iterator](): Iterator<Sample> {
      throw new Error("read");
    },
  };
  assertThrows(() => progressiveValScore(lineLearner, unread, { delay: -1 }), RangeError, "as delay must be");
});
