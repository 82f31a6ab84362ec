import {
  accuracy,
  createLearner,
  type LearnerState,
  mae,
  progressiveValScore,
  rolling,
  type Sample,
  SampleError,
  sgd,
} from "@backstream/backstream";
import { progressiveValidation, type Score } from "@backstream/backstream/rx";
import { assert, assertAlmostEquals, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { from, lastValueFrom, toArray } from "rxjs";
import { checkMarbles } from "./check_marbles.ts";
import { lineLearner, lineSamples } from "./line_learner.ts";

const sample: Sample = { features: [1], target: 2 };
const bad: Sample = { features: [NaN], target: 2 };
const boom = new Error("boom");

function scores(samples: Iterable<Sample>, options = {}, learner = lineLearner): Promise<Score[]> {
  return lastValueFrom(from(samples).pipe(progressiveValidation(learner, options), toArray()));
}

const one = lineLearner.learnOne(lineLearner.init(), sample); // costs 2
const two = lineLearner.learnOne(one.state, sample); // costs 1.125
const three = lineLearner.learnOne(two.state, sample);

Deno.test("progressiveValidation() scores each prediction before it learns: numbers by hand", async () => {
  assertEquals(await scores([sample, sample], { every: 1, window: 1 }), [
    { samples: 1, cost: 2, rollingCost: 2, skipped: 0, state: one.state },
    { samples: 2, cost: 1.5625, rollingCost: 1.125, skipped: 0, state: two.state },
  ]);
});

checkMarbles<Sample, Score>("progressiveValidation()", progressiveValidation(lineLearner, { every: 2, window: 1 }), {
  inputs: { a: sample, x: bad },
  outputs: {
    p: { samples: 2, cost: 1.5625, rollingCost: 1.125, skipped: 0, state: two.state },
    q: { samples: 3, cost: (2 + 1.125 + three.cost) / 3, rollingCost: three.cost, skipped: 0, state: three.state },
  },
  cases: {
    never: { source: "-", expected: "-", subscribed: "^" },
    empty: { source: "|", expected: "|", subscribed: "(^!)" },
    values: { source: "-a-a-a-|", expected: "---p---(q|)", subscribed: "^------!" },
    error: { source: "-a-a-a-#", expected: "---p---#", subscribed: "^------!" },
    endless: { source: "-a-a-a--", expected: "---p----", subscribed: "^" },
    "early unsubscribe": { source: "-a-a-a-|", expected: "---p-", subscribed: "^----!", leaves: "^----!" },
    "throwing callback": {
      source: "-a-a-x-|",
      expected: "---p-#",
      subscribed: "^----!",
      error: boom,
      operator: progressiveValidation(lineLearner, {
        every: 2,
        window: 1,
        invalid: "skip",
        onInvalid: () => {
          throw boom;
        },
      }),
    },
  },
});

Deno.test("progressiveValidation() agrees with means over the costs of learnOne, for the window and for all", async () => {
  const samples = lineSamples(95);
  let state = lineLearner.init();
  const costs = samples.map((sample) => {
    const learned = lineLearner.learnOne(state, sample);
    state = learned.state;
    return learned.cost;
  });
  const mean = (from: number, to: number) => costs.slice(from, to).reduce((sum, cost) => sum + cost, 0) / (to - from);
  const found = await scores(samples, { every: 10, window: 25 });
  assertEquals(found.map(({ samples }) => samples), [10, 20, 30, 40, 50, 60, 70, 80, 90, 95]);
  for (const { samples, cost, rollingCost } of found) {
    assertAlmostEquals(cost, mean(0, samples), 1e-12);
    assertAlmostEquals(rollingCost, mean(Math.max(0, samples - 25), samples), 1e-12);
  }
  assertEquals(found[9].state, state);
});

const still = sgd({ learningRate: 1e-30 }); // the outputs stay as they are

Deno.test("progressiveValidation() counts right classes, given as index, label or vector", async () => {
  const learner = createLearner({
    network: { inputs: 2, layers: [{ units: 2, activation: "softmax", initializer: "xavier" }], cost: "crossEntropy" },
    optimizer: still,
    labels: ["cat", "dog"],
  });
  const features = [1, 2];
  const [cat, dog] = learner.predictOne(learner.init(), features);
  const right = dog > cat ? 1 : 0;
  const targets = [right, ["cat", "dog"][1 - right], right === 1 ? [0, 1] : [1, 0], 1 - right];
  const found = await scores(targets.map((target) => ({ features, target })), { every: 1, window: 2 }, learner);
  assertEquals(found.map(({ accuracy }) => accuracy), [1, 1 / 2, 2 / 3, 1 / 2]);
  assertEquals(found.map(({ rollingAccuracy }) => rollingAccuracy), [1, 1 / 2, 1 / 2, 1 / 2]);
});

Deno.test("progressiveValidation() counts right classes of one output", async () => {
  const learner = createLearner({
    network: { inputs: 1, layers: [{ units: 1, initializer: "zeros" }], cost: "crossEntropy" },
    optimizer: still,
  });
  const [score] = await scores([0, 0, 1].map((target) => ({ features: [1], target })), {}, learner); // 1/2 stands for 0
  assertEquals([score.accuracy, score.rollingAccuracy], [2 / 3, 2 / 3]);
});

Deno.test("progressiveValidation() has no accuracy where the task is regression", async () => {
  const [score] = await scores([sample]);
  assertEquals(Object.keys(score), ["samples", "cost", "rollingCost", "skipped", "state"]);
});

Deno.test("progressiveValidation() goes on from a given state", async () => {
  const [score] = await scores([sample], { state: one.state });
  assertEquals([score.samples, score.cost, score.state], [1, 1.125, two.state]);
});

Deno.test("progressiveValidation() counts skipped samples, those after the last score too", async () => {
  const told: number[] = [];
  const found = await scores([bad, sample, bad], {
    every: 1,
    invalid: "skip",
    onInvalid: (_: SampleError, skipped: number) => told.push(skipped),
  });
  assertEquals(found.map(({ samples, skipped }) => [samples, skipped]), [[1, 1], [1, 2]]);
  assertEquals(told, [1, 2]);
  const [none] = await scores([bad], { invalid: "skip" });
  assertEquals([none.samples, none.cost, none.skipped, none.state], [0, NaN, 1, lineLearner.init()]);
});

Deno.test("progressiveValidation() stops at a sample that cannot be used and tells its place", async () => {
  await assertRejects(() => scores([sample, bad]), SampleError, "samples[1].features[0]");
});

Deno.test("progressiveValidation() scores every 1000 samples, and each subscriber for itself", async () => {
  const scored = from(lineSamples(2500)).pipe(progressiveValidation(lineLearner), toArray());
  const found = await lastValueFrom(scored);
  assertEquals(found.map(({ samples }) => samples), [1000, 2000, 2500]);
  assertEquals(await lastValueFrom(scored), found);
  assert(found[1].rollingCost < found[1].cost);
});

Deno.test("progressiveValidation() rejects counts that are not whole numbers above 0", () => {
  assertThrows(
    () => progressiveValidation(lineLearner, { every: 0 }),
    RangeError,
    "Cannot create progressiveValidation as every must be a whole number above 0: current value is 0",
  );
  assertThrows(() => progressiveValidation(lineLearner, { window: 1.5 }), RangeError, "as window must be");
});

Deno.test("progressiveValidation() scores by metrics, beside baselines", async () => {
  const found = await scores([sample, sample], { metrics: [mae()], every: 1, window: 1 });
  assertEquals(found.map(({ scores }) => scores), [{ mae: 2 }, { mae: 1.75 }]);
  assertEquals(found[1].baselines, { noChange: { mae: 1 }, prior: { mae: 1 } });
  assertEquals([found[1].cost, found[1].rollingCost, found[1].state], [1.5625, 1.125, two.state]);
  const [bare] = await scores([sample], { metrics: [mae()], baselines: false });
  assertEquals(Object.keys(bare), ["samples", "cost", "rollingCost", "scores", "skipped", "state"]);
});

Deno.test("progressiveValidation() scores and learns a delayed target when it comes: numbers by hand", async () => {
  const found = await scores([sample, sample, sample], { delay: 2, every: 1, window: 1, metrics: [mae()] });
  assertEquals(found.map(({ rollingCost }) => rollingCost), [2, 2, 1.125]);
  assertEquals(found.map(({ scores }) => scores?.mae), [2, 2, (2 + 2 + 1.5) / 3]);
  assertEquals(found.map(({ state }) => state), [one.state, two.state, three.state]);
  assertEquals(found[2].baselines, { noChange: { mae: 4 / 3 }, prior: { mae: 4 / 3 } });
});

Deno.test("progressiveValidation() gives what progressiveValScore() gives, with and without delays", async () => {
  const metrics = [mae(), rolling(mae(), { window: 20 })];
  for (const options of [{}, { delay: 7 }, { delay: ({ target }: Sample) => 3 * (target as number) }]) {
    const [found] = await scores(lineSamples(95), { ...options, metrics });
    const { scores: expected, baselines, samples, state } = progressiveValScore(lineLearner, lineSamples(95), {
      ...options,
      metrics,
    });
    assertEquals([found.scores, found.baselines, found.samples, found.state], [expected, baselines, samples, state]);
  }
});

Deno.test("progressiveValidation() counts samples that are skipped under a delay", async () => {
  const found = await scores([bad, sample, bad, sample], { delay: 1, every: 1, invalid: "skip" });
  assertEquals(found.map(({ samples, skipped }) => [samples, skipped]), [[1, 1], [2, 2]]); // the third comes when the second is due
  await assertRejects(() => scores([sample, bad], { delay: 1 }), SampleError, "samples[1].features[0]");
});

Deno.test("progressiveValidation() lets each subscriber have delays and metrics of its own", async () => {
  const scored = from(lineSamples(50)).pipe(
    progressiveValidation(lineLearner, { delay: 5, metrics: [mae()] }),
    toArray(),
  );
  assertEquals(await lastValueFrom(scored), await lastValueFrom(scored));
});

Deno.test("progressiveValidation() lets the learner read targets in its own way", async () => {
  const learner = {
    ...lineLearner,
    description: { ...lineLearner.description, task: "classification" as const },
    encodeTarget: (state: LearnerState) => Float32Array.of(state.samples - 1),
  };
  const [score] = await scores([sample, sample], { metrics: [accuracy()] }, learner);
  assertEquals([score.accuracy, score.scores?.accuracy], [0.5, 0.5]);
});

Deno.test("progressiveValidation() rejects delays below 0 and metrics of the same name at once", () => {
  assertThrows(() => progressiveValidation(lineLearner, { delay: -1 }), RangeError, "as delay must be");
  assertThrows(() => progressiveValidation(lineLearner, { metrics: [mae(), mae()] }), RangeError, "mae twice");
});
