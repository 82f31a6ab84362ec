import { createLearner, type Sample, SampleError, sgd } from "@backstream/backstream";
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
