import {
  createLearner,
  type NetworkOptions,
  nextNormal,
  normalizedAdaptive,
  type Optimizer,
  type Sample,
  sgd,
} from "@backstream/backstream";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { assertSame } from "../helper/assert_same.ts";
import { updatesOf } from "./one_neuron.ts";

const SCALES = [1e-3, 1e-2, 0.1, 1, 10, 100, 1e3, 1e4];
const TRUTH = [1, -2, 0.5, 1.5, -1, 0.7, 0.3, -0.4];

/** A stream of normal features, each in its unit; the target a line in them with a little noise, or its sign. */
function stream(count: number, { scales = SCALES, classes = true }): Sample[] {
  let seed = 1;
  return Array.from({ length: count }, () => {
    const draws = TRUTH.map(() => {
      const [value, next] = nextNormal(seed);
      seed = next;
      return value;
    });
    const [noise, next] = nextNormal(seed);
    seed = next;
    const line = draws.reduce((sum, x, k) => sum + TRUTH[k] * x, 0.5 + (classes ? 0.5 : 0.1) * noise);
    return { features: draws.map((x, k) => x * scales[k]), target: classes ? Number(line > 0) : line };
  });
}

function linear(optimizer: unknown, classes = true) {
  const network: NetworkOptions = classes
    ? { inputs: 8, layers: [{ units: 1, initializer: "zeros" }], cost: "crossEntropy" }
    : { inputs: 8, layers: [{ units: 1, activation: "identity", initializer: "zeros" }] };
  return createLearner({ network, optimizer: optimizer as Optimizer });
}

/** The mean cost from one sample to another. */
function meanCost(optimizer: unknown, samples: Sample[], { classes = true, from = 0 }): number {
  const learner = linear(optimizer, classes);
  const costs = [...learner.learnMany(learner.init(), samples).costs].slice(from);
  return costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
}

Deno.test("normalizedAdaptive() takes -eta g / (r s sqrt(n))", () => {
  const optimizer = normalizedAdaptive({ learningRate: 0.5, invariant: false });
  // x = 3: r = |g|, s = 3, n = 2. Then x = -1 / 2: s stays, n is the mean of 2 and 1 + 1 / 36; r adds up.
  const [first, second] = updatesOf(optimizer, [[6, 2], [-2, 4]]);
  assertAlmostEquals(first[0], -0.5 / (3 * Math.SQRT2), 1e-6);
  assertAlmostEquals(first[1], -0.5 / Math.SQRT2, 1e-6);
  const n = Math.sqrt((2 + 1 + 1 / 36) / 2);
  assertAlmostEquals(second[0], 0.5 * 2 / (Math.sqrt(40) * 3 * n), 1e-6);
  assertAlmostEquals(second[1], -0.5 * 4 / (Math.sqrt(20) * n), 1e-6);
});

Deno.test("normalizedAdaptive() shrinks what was learned when a scale grows, and not where the weight started", () => {
  const optimizer = normalizedAdaptive({ learningRate: 1, invariant: false });
  const [[move], [update]] = updatesOf(optimizer, [[1, 1], [4, 1]]); // x = 1, then 4
  const step = -4 / (Math.sqrt(17) * 4 * Math.SQRT2);
  assertAlmostEquals(update, move * (1 / 4 - 1) + step, 1e-6);
});

Deno.test("normalizedAdaptive() with another power takes -eta g / (r^(2p) (s sqrt(n))^(2 - 2p))", () => {
  const [[weight, bias]] = updatesOf(normalizedAdaptive({ power: 0.25, invariant: false }), [[6, 2]]);
  assertAlmostEquals(weight, -0.5 * 6 / (6 ** 0.5 * (3 * Math.SQRT2) ** 1.5), 1e-6);
  assertAlmostEquals(bias, -0.5 * 2 / (2 ** 0.5 * 2 ** 0.75), 1e-6);
});

for (const [column, factor] of [[0, 1024], [7, 1 / 1024], [3, 1000], [5, 1e-3]]) {
  Deno.test(`normalizedAdaptive() predicts the same when column ${column} is multiplied by ${factor}, from the first sample on`, () => {
    const samples = stream(200, {});
    const scales = SCALES.map((scale, k) => k === column ? scale * factor : scale);
    const outputs = [samples, stream(200, { scales })].map((each) => {
      const learner = linear(normalizedAdaptive());
      return learner.learnMany(learner.init(), each).outputs;
    });
    // A power of 2 changes no digit of any number.
    if (Number.isInteger(Math.log2(factor))) assertSame(outputs[1], outputs[0]);
    else assertClose(outputs[1], outputs[0], { absolute: 1e-4 });
  });
}

Deno.test("normalizedAdaptive() learns columns from 1e-3 to 1e4 as if they were scaled; sgd stalls or diverges", () => {
  for (const classes of [true, false]) {
    const [raw, scaled] = [SCALES, SCALES.map(() => 1)].map((scales) => stream(3000, { scales, classes }));
    const cost = meanCost(normalizedAdaptive(), raw, { classes, from: 2000 });
    assertAlmostEquals(cost, meanCost(normalizedAdaptive(), scaled, { classes, from: 2000 }), 1e-3);
    assert(cost < (classes ? 0.25 : 0.01), `${cost}`);
    for (const learningRate of [1e-9, 1e-7, 1e-4, 0.01]) {
      const other = meanCost(sgd({ learningRate }), raw, { classes, from: 2000 });
      assert(!(other < 2.5 * cost), `sgd ${learningRate}: ${other} and ${cost}`);
    }
  }
});

Deno.test("normalizedAdaptive() learns with any learning rate from 0.05 to 1", () => {
  for (const learningRate of [0.05, 0.1, 0.25, 0.5, 1]) {
    const learner = linear(normalizedAdaptive({ learningRate }));
    const samples = stream(3000, {});
    const { outputs } = learner.learnMany(learner.init(), samples);
    const right = samples.filter(({ target }, i) => i >= 2000 && Number(outputs[i] > 0.5) === target).length;
    assert(right > 870, `${learningRate}: ${right} of 1000`);
  }
});

Deno.test("normalizedAdaptive() learns a weight of 2 about as twice, and with weights of 1000 stays at the targets", () => {
  const learner = linear(normalizedAdaptive(), false);
  const samples = stream(300, { classes: false });
  const { state } = learner.learnMany(learner.init(), samples.slice(0, 200));
  const [sample] = samples.slice(200);
  const learned = (each: readonly Sample[]) =>
    learner.predictOne(learner.learnMany(state, each).state, sample.features)[0];
  const [before, once, twice] = [learned([]), learned([{ ...sample, weight: 2 }]), learned([sample, sample])];
  assert(Math.abs(once - twice) < 0.25 * Math.abs(twice - before), `${before}, ${once}, ${twice}`);
  const heavy = learned([{ ...sample, weight: 1000 }]);
  const target = sample.target as number;
  assert((target - heavy) * (target - before) >= -1e-4, `${before}, ${heavy}, ${target}`);
  const { costs } = learner.learnMany(
    state,
    samples.slice(200).map((each, i) => ({ ...each, weight: i % 5 ? 1 : 1000 })),
  );
  assert(costs.every((cost) => cost < 50), `${Math.max(...costs)}`);
});

Deno.test("normalizedAdaptive() learns a network of several layers, one sample and one batch at a time", () => {
  const learner = createLearner({
    network: { inputs: 2, layers: [{ units: 4, activation: "tanh" }, { units: 1 }], cost: "crossEntropy", seed: 1 },
    optimizer: normalizedAdaptive(),
  });
  const samples = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([a, b]) => ({ features: [a, b], target: a ^ b }));
  let [single, batch] = [learner.init(), learner.init()];
  for (let i = 0; i < 2000; i++) {
    single = learner.learnOne(single, samples[i * 7 % 4]).state;
    batch = learner.learnBatch(batch, samples).state;
  }
  for (const state of [single, batch]) {
    for (const { features, target } of samples) {
      assertAlmostEquals(learner.predictOne(state, features)[0], target, 0.2);
    }
  }
});

Deno.test("normalizedAdaptive() takes the scale of a mini-batch from its inputs, though its errors cancel out", () => {
  const learner = linear(normalizedAdaptive(), false);
  const features = [1, 0, 0, 0, 0, 0, 0, 0];
  const { state } = learner.learnBatch(learner.init(), [
    { features, target: 1 },
    { features: features.map((x) => -x), target: -1.000001 },
  ]);
  assertEquals((state.optimizer as { scale: Float32Array }).scale[0], 1);
});

Deno.test("normalizedAdaptive() learns nothing from a weight of 0", () => {
  const learner = linear(normalizedAdaptive());
  const { state } = learner.learnOne(learner.init(), { ...stream(1, {})[0], weight: 0 });
  assertEquals(state, { ...learner.init(), samples: 1 });
});

Deno.test("normalizedAdaptive() throws for options out of range", () => {
  assertThrows(() => normalizedAdaptive({ learningRate: 0 }), RangeError, "learningRate must be a number above 0");
  assertThrows(
    () => normalizedAdaptive({ power: 1 }),
    RangeError,
    "power must be a number from 0 up to, not including, 1",
  );
  assertThrows(
    () => normalizedAdaptive({ invariant: "yes" as unknown as boolean }),
    TypeError,
    'Cannot create normalizedAdaptive as invariant must be true or false: current value is "yes"',
  );
});
