import {
  createLearner,
  createNetwork,
  DenseSamples,
  type LearnerState,
  predict,
  type Sample,
  type SampleColumns,
  SampleError,
  sgd,
} from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { assertSame } from "../helper/assert_same.ts";
import { generatedSamples } from "../helper/generated_samples.ts";
import { networkOf } from "../helper/network_of.ts";
import { optimizers } from "../helper/optimizers.ts";

/** a = 2 x + 1, under the quadratic cost. */
const line = networkOf({
  inputs: 1,
  cost: "quadratic",
  layers: [{ activation: "identity", units: 1, weights: [2], biases: [1] }],
});
const byHand = createLearner({ network: line, optimizer: sgd({ learningRate: 0.125 }) });
const start = byHand.init();

/** The state with these parameters. */
function parametersOf({ network }: LearnerState): number[] {
  return [...network.parameters];
}

function assertSameState(actual: LearnerState, expected: LearnerState): void {
  assertSame(parametersOf(actual), parametersOf(expected));
  assertEquals(actual, expected);
}

/** Throws if one of the calls changes the state that it is given, or anything in it. */
function assertUntouched<T>(state: LearnerState, call: () => T): T {
  const before = structuredClone(state);
  const result = call();
  assertEquals(structuredClone(state), before);
  return result;
}

Deno.test("learnOne() predicts, scores, then takes one step", () => {
  const { state, output, cost } = byHand.learnOne(start, { features: [3], target: 5 });
  assertEquals([[...output], cost], [[7], 2]); // 2 * 3 + 1 = 7; (7 - 5)^2 / 2 = 2
  assertEquals(parametersOf(state), [1.25, 0.75]); // the error is 2: 2 - 0.125 * 2 * 3 and 1 - 0.125 * 2
  assertEquals([state.samples, state.optimizer], [1, { step: 1 }] as unknown);
  const second = byHand.learnOne(state, { features: [-2], target: 0 });
  assertEquals([[...second.output], second.cost], [[-1.75], 1.53125]); // 1.25 * -2 + 0.75
  assertEquals(parametersOf(second.state), [0.8125, 0.96875]); // 1.25 - 0.125 * 3.5 and 0.75 + 0.125 * 1.75
  assertEquals(second.state.samples, 2);
});

Deno.test("learnMany() gives the outputs and costs that each sample had before it was learned", () => {
  const samples = [{ features: [3], target: 5 }, { features: [-2], target: 0 }];
  const { state, outputs, costs } = byHand.learnMany(start, samples);
  assertEquals([[...outputs], [...costs]], [[7, -1.75], [2, 1.53125]]);
  assertEquals([parametersOf(state), state.samples], [[0.8125, 0.96875], 2] as unknown);
});

Deno.test("learnBatch() takes one step along the mean gradient, and predicts all with the first network", () => {
  const samples = [{ features: [3], target: 5 }, { features: [-2], target: 0 }];
  const { state, outputs, costs } = byHand.learnBatch(start, samples);
  assertEquals([[...outputs], [...costs]], [[7, -3], [2, 4.5]]);
  // Errors 2 and -3: the gradients of the weight are 6 and 6, those of the bias 2 and -3.
  assertEquals(parametersOf(state), [2 - 0.125 * 6, 1 + 0.125 * 0.5]);
  assertEquals([state.samples, state.optimizer], [2, { step: 1 }] as unknown);
});

Deno.test("learnBatch() of one sample is learnOne(), bit for bit", () => {
  const learner = createLearner({
    network: { inputs: 4, layers: [{ units: 3 }, { units: 2 }] },
    optimizer: optimizers.adam,
  });
  let [one, batch] = [learner.init(), learner.init()];
  for (const sample of generatedSamples(20, { inputs: 4, units: 2, seed: 8 })) {
    one = learner.learnOne(one, sample).state;
    batch = learner.learnBatch(batch, [sample]).state;
  }
  assertSameState(batch, one);
});

Deno.test("predictOne() and predictMany() give the output and change nothing", () => {
  assertUntouched(start, () => {
    assertEquals([...byHand.predictOne(start, [3])], [7]);
    assertEquals([...byHand.predictMany(start, [[3], [0], { indices: [], values: [] }])], [7, 1, 1]);
  });
});

const shapes = [
  { inputs: 1, layers: [{ units: 1 }], seed: 1 },
  { inputs: 5, layers: [{ units: 4, activation: "relu" }, { units: 3, activation: "softmax" }], cost: "crossEntropy" },
  { inputs: 6, layers: [{ units: 7, activation: "gelu" }, { units: 5, activation: "tanh" }, { units: 2 }] },
] as const;
for (const network of shapes) {
  for (const [name, optimizer] of Object.entries(optimizers)) {
    const { inputs, layers } = network;
    const sizes = [inputs, ...layers.map(({ units }) => units)].join("-");
    Deno.test(`learnMany() is learnOne() in a loop, bit for bit, whatever the cut: ${sizes}, ${name}`, () => {
      const learner = createLearner({ network, optimizer });
      const dense = generatedSamples(60, { inputs, units: layers[layers.length - 1].units, seed: 9 });
      const samples = dense.map((sample, i) => varied(sample, i));
      let state = learner.init();
      const each = samples.map((sample) => {
        const learned = learner.learnOne(state, sample);
        state = learned.state;
        return learned;
      });
      const many = learner.learnMany(learner.init(), samples);
      assertSameState(many.state, state);
      assertSame(Array.from(many.outputs), each.flatMap(({ output }) => [...output]));
      assertSame(Array.from(many.costs), each.map(({ cost }) => Math.fround(cost)));
      const first = learner.learnMany(learner.init(), samples.slice(0, 23)).state;
      assertSameState(learner.learnMany(first, samples.slice(23)).state, state);
    });

    Deno.test(`learnMany() learns samples in columns as if each was an object: ${sizes}, ${name}`, () => {
      const learner = createLearner({ network, optimizer });
      const objects = generatedSamples(300, { inputs, units: layers[layers.length - 1].units, seed: 8 });
      const columns = {
        inputs,
        features: Float32Array.from(objects.flatMap(({ features }) => [...features as Float32Array])),
        targets: objects.map(({ target }) => target),
      };
      const weights = objects.map((_, i) => i % 3);
      assertEquals(
        learner.learnMany(learner.init(), new DenseSamples(columns)),
        learner.learnMany(learner.init(), objects),
      );
      assertEquals(
        learner.learnMany(learner.init(), new DenseSamples({ ...columns, weights })),
        learner.learnMany(learner.init(), objects.map((sample, i) => ({ ...sample, weight: weights[i] }))),
      );
    });
  }
}

/** The sample, now and then sparse, as plain numbers, or with a weight. */
function varied(sample: Sample, i: number): Sample {
  const features = Array.from(sample.features as ArrayLike<number>);
  if (i % 4 === 1) return { ...sample, features: { indices: [features.length - 1], values: [0.5] } };
  if (i % 4 === 2) return { ...sample, features, weight: i / 30 };
  return i % 4 === 3 ? { ...sample, weight: 0 } : sample;
}

Deno.test("weight multiplies the gradient: 2 is twice the step, 0 none at all, 1 is the default", () => {
  const learned = (weight?: number) => {
    return byHand.learnOne(start, { features: [3], target: 5, ...weight === undefined ? {} : { weight } });
  };
  assertEquals(parametersOf(learned(2).state), [0.5, 0.5]); // twice the step from [2, 1] to [1.25, 0.75]
  assertEquals(parametersOf(learned(0).state), [2, 1]);
  assertEquals(learned(0).state.samples, 1);
  assertSameState(learned(1).state, learned().state);
  assertEquals([learned(2), learned(0)].map(({ cost, output }) => [cost, ...output]), [[2, 7], [2, 7]]);
});

Deno.test("learnBatch() divides by the number of samples, whatever their weights", () => {
  const samples = [{ features: [3], target: 5, weight: 2 }, { features: [0], target: 1, weight: 0 }];
  const { state } = byHand.learnBatch(start, samples); // gradients (12, 4) and (0, 0)
  assertEquals(parametersOf(state), [2 - 0.125 * 6, 1 - 0.125 * 2]);
});

Deno.test("targets may be labels, one an output", () => {
  const network = createNetwork({ inputs: 1, layers: [{ units: 3, activation: "softmax" }], cost: "crossEntropy" });
  const learner = createLearner({ network, optimizer: sgd({ learningRate: 1 }), labels: ["a", "b", "c"] });
  const named = learner.learnOne(learner.init(), { features: [1], target: "b" });
  for (const target of [1, [0, 1, 0]]) {
    assertEquals(learner.learnOne(learner.init(), { features: [1], target }), named);
  }
  const { message } = assertThrows(() => learner.learnOne(learner.init(), { features: [1], target: "d" }), SampleError);
  assertEquals(message, 'Cannot use target as it must be one of a, b, c: current value is "d"');
});

Deno.test("two labels may share one output: 0 for the first, 1 for the second", () => {
  const learner = createLearner({ network: line, optimizer: sgd({ learningRate: 1 }), labels: ["no", "yes"] });
  const learn = (target: string | number) => learner.learnOne(learner.init(), { features: [1], target });
  assertEquals(learn("no"), learn(0));
  assertEquals(learn("yes"), learn(1));
});

Deno.test("description is plain data that says how the learner was made", () => {
  const network = { inputs: 1, layers: [{ units: 1 }] };
  const { description } = createLearner({ network, optimizer: sgd({ learningRate: 0.5 }) });
  assertEquals(description, {
    network,
    optimizer: { name: "sgd", learningRate: 0.5 },
    labels: [],
    task: "classification",
  });
  assertEquals(structuredClone(description), description);
  assertEquals(byHand.description, {
    optimizer: { name: "sgd", learningRate: 0.125 },
    labels: [],
    task: "regression",
  });
});

Deno.test("task is what is said, or else what the output and the cost are made for", () => {
  const optimizer = sgd({ learningRate: 1 });
  const taskOf = (activation: "sigmoid" | "softmax" | "identity", cost: "quadratic" | "crossEntropy") =>
    createLearner({ network: { inputs: 1, layers: [{ units: 2, activation }], cost }, optimizer }).description.task;
  assertEquals(taskOf("sigmoid", "quadratic"), "classification");
  assertEquals(taskOf("softmax", "quadratic"), "classification");
  assertEquals(taskOf("identity", "crossEntropy"), "classification");
  assertEquals(taskOf("identity", "quadratic"), "regression");
  assertEquals(createLearner({ network: line, optimizer, task: "classification" }).description.task, "classification");
});

Deno.test("init() gives the network of the options, or the given one", () => {
  const options = { inputs: 2, layers: [{ units: 2 }], seed: 6 };
  const learner = createLearner({ network: options, optimizer: optimizers.adam });
  assertEquals(learner.init().network, createNetwork(options));
  assertEquals(learner.init(), learner.init());
  assertEquals(start.network.parameters, line.parameters);
  assertEquals(start.samples, 0);
});

Deno.test("createLearner() takes a network whose layers are no views, as structuredClone of its parts leaves it", () => {
  const layers = line.layers.map((layer) => ({ ...layer, weights: Float32Array.of(9), biases: Float32Array.of(9) }));
  const learner = createLearner({ network: { ...line, layers }, optimizer: sgd({ learningRate: 1 }) });
  assertEquals([...learner.predictOne(learner.init(), [3])], [7]); // the block counts
});

Deno.test("a state goes on after structuredClone, bit for bit", () => {
  for (const optimizer of Object.values(optimizers)) {
    const learner = createLearner({ network: shapes[1], optimizer });
    const samples = generatedSamples(30, { inputs: 5, units: 3, seed: 2 });
    const half = learner.learnMany(learner.init(), samples.slice(0, 15)).state;
    const clone = structuredClone(half);
    assertSameState(clone, half);
    const rest = samples.slice(15);
    assertSameState(learner.learnMany(clone, rest).state, learner.learnMany(half, rest).state);
  }
});

Deno.test("learning leaves the state before as it was, and frozen samples too", () => {
  const learner = createLearner({ network: shapes[1], optimizer: optimizers.adamw });
  const samples = generatedSamples(5, { inputs: 5, units: 3, seed: 4 });
  const frozen = samples.map(({ features, target }) => {
    return Object.freeze({ features: Object.freeze(Array.from(features as Float32Array)), target });
  });
  const state = Object.freeze(learner.learnMany(learner.init(), samples).state);
  const copy = structuredClone(samples);
  assertUntouched(state, () => {
    learner.learnOne(state, frozen[0]);
    learner.learnMany(state, Object.freeze(frozen));
    learner.learnBatch(state, Object.freeze(frozen));
    learner.learnMany(state, samples);
    learner.predictMany(state, frozen.map(({ features }) => features));
  });
  assertEquals(samples, copy);
});

Deno.test("results do not change when the arrays that were given do", () => {
  const features = Float32Array.of(3);
  const target = Float32Array.of(5);
  const one = byHand.learnOne(start, { features, target });
  const many = byHand.learnMany(start, [{ features, target }]);
  const before = structuredClone([one, many]);
  features[0] = target[0] = 100;
  assertEquals([one, many], before as unknown);
});

Deno.test("learnMany(), learnBatch() and predictMany() take any iterable, once, and each sample before the next one", () => {
  const features = new Float32Array(1);
  const target = new Float32Array(1);
  let begun = 0;
  const reusing = function* () {
    begun++;
    for (const [x, y] of [[3, 5], [-2, 0]]) {
      features[0] = x;
      target[0] = y;
      yield { features, target }; // one array for all samples
    }
  };
  assertEquals(parametersOf(byHand.learnMany(start, reusing()).state), [0.8125, 0.96875]);
  assertEquals(parametersOf(byHand.learnBatch(start, reusing()).state), [1.25, 1.0625]);
  const inputs = function* () {
    for (const sample of reusing()) yield sample.features;
  };
  assertEquals([...byHand.predictMany(start, inputs())], [7, -3]);
  assertEquals(begun, 3);
});

Deno.test("nothing is learned from an empty list", () => {
  const empty = new Float32Array(0);
  const { state } = byHand.learnOne(start, { features: [3], target: 5 });
  for (const learn of [byHand.learnMany, byHand.learnBatch]) {
    const learned = learn(state, []);
    assertEquals([learned.outputs, learned.costs], [empty, empty]);
    assertSameState(learned.state, state);
  }
  assertEquals(byHand.predictMany(state, []), empty);
});

const bad: [sample: unknown, problem: string][] = [
  [{ features: [1, 2], target: 0 }, "features as it must hold 1 numbers: current value is an array of length 2"],
  [{ features: [NaN], target: 0 }, "features[0] as it must be a finite number: current value is NaN"],
  [{ features: [1], target: Infinity }, "target as it must be a finite number: current value is Infinity"],
  [
    { features: [1], target: "yes" },
    'target as it must be a number or a vector where the learner has no labels: current value is "yes"',
  ],
  [{ features: [1] }, "target as it must be a number, a label or an array of numbers: current value is undefined"],
  [{ features: [1], target: 0, weight: -1 }, "weight as it must be a number from 0 on: current value is -1"],
  [null, "sample as it must be an object with features and target: current value is null"],
];

Deno.test("learnOne() refuses a bad sample and leaves the state as it was", () => {
  for (const [sample, problem] of bad) {
    assertUntouched(start, () => {
      const { message, index } = assertThrows(() => byHand.learnOne(start, sample as Sample), SampleError);
      assertEquals([message, index], [`Cannot use ${problem}`, undefined]);
    });
  }
});

Deno.test("learnMany() and learnBatch() name the place of a bad sample and leave the state as it was", () => {
  const good = { features: [1], target: 0 };
  for (const learn of [byHand.learnMany, byHand.learnBatch]) {
    for (const [sample, problem] of bad) {
      for (const place of [0, 2, 4]) {
        const samples = Array(5).fill(good).with(place, sample);
        assertUntouched(start, () => {
          const { message, index } = assertThrows(() => learn(start, samples), SampleError);
          assertEquals([message, index], [`Cannot use samples[${place}].${problem}`, place]);
        });
      }
    }
  }
});

Deno.test("learnMany() names the first bad sample, whoever finds it", () => {
  const good = { features: Float32Array.of(1), target: 0 };
  const bad = { features: Float32Array.of(NaN), target: 0 };
  const worse = { features: [1, 2], target: 0 };
  const sparse = { features: { indices: [0], values: [1] }, target: 0 };
  for (const samples of [[good, bad], [good, bad, good, worse], [good, bad, sparse, good], [good, bad, good, bad]]) {
    assertUntouched(start, () => {
      const { message, index } = assertThrows(() => byHand.learnMany(start, samples), SampleError);
      assertEquals([index, message], [
        1,
        "Cannot use samples[1].features[0] as it must be a finite number: current value is NaN",
      ]);
    });
  }
  assertEquals(byHand.learnMany(start, [good]).costs.length, 1);
});

Deno.test("learnMany() refuses bad samples in columns by their place", () => {
  const message = (columns: Partial<SampleColumns>) => {
    const samples = new DenseSamples({ inputs: 1, features: Float32Array.of(1, 2, 3), targets: [0, 0, 0], ...columns });
    return assertUntouched(start, () => assertThrows(() => byHand.learnMany(start, samples), SampleError).message);
  };
  assertEquals(
    message({ features: Float32Array.of(1, 2, NaN) }),
    "Cannot use samples[2].features[0] as it must be a finite number: current value is NaN",
  );
  assertEquals(
    message({ targets: [0, NaN, 0] }),
    "Cannot use samples[1].target as it must be a finite number: current value is NaN",
  );
  assertEquals(
    message({ weights: [1, 1, -1] }),
    "Cannot use samples[2].weight as it must be a number from 0 on: current value is -1",
  );
  assertEquals(
    message({ inputs: 3, targets: [0] }),
    "Cannot use samples[0].features as it must hold 1 numbers: current value is an array of length 3",
  );
});

Deno.test("a bad sample closes the iterable that it came from", () => {
  let closed = false;
  const samples = function* () {
    try {
      yield { features: [NaN], target: 0 };
    } finally {
      closed = true;
    }
  };
  assertThrows(() => byHand.learnMany(start, samples()), SampleError);
  assert(closed);
});

Deno.test("predictOne() and predictMany() refuse bad features, with their place", () => {
  assertThrows(() => byHand.predictOne(start, [NaN]), SampleError, "Cannot use features[0] as");
  assertThrows(
    () => byHand.predictMany(start, [[1], [1, 2]]),
    SampleError,
    "Cannot use samples[1].features as it must",
  );
});

Deno.test("a state of a network with other sizes is refused, and what is no state", () => {
  const other = createLearner({
    network: { inputs: 1, layers: [{ units: 1 }, { units: 1 }] },
    optimizer: sgd({ learningRate: 1 }),
  }).init();
  const calls = [
    (state: LearnerState) => byHand.learnOne(state, { features: [1], target: 0 }),
    (state: LearnerState) => byHand.learnMany(state, []),
    (state: LearnerState) => byHand.learnBatch(state, []),
    (state: LearnerState) => byHand.predictOne(state, [1]),
    (state: LearnerState) => byHand.predictMany(state, []),
  ];
  for (const call of calls) {
    const { message } = assertThrows(() => call(other), RangeError);
    assertEquals(message, "Cannot use state as its network must have the sizes [1, 1]: current value is [1, 1, 1]");
    const wide = createLearner({ network: { inputs: 1, layers: [{ units: 2 }] }, optimizer: sgd({ learningRate: 1 }) });
    assertThrows(() => call(wide.init()), RangeError, "must have the sizes [1, 1]: current value is [1, 2]");
    const text = "Cannot use state as it must hold a network: current value is";
    assertEquals(assertThrows(() => call({} as LearnerState), TypeError).message, `${text} {}`);
    assertEquals(assertThrows(() => call(undefined!), TypeError).message, `${text} undefined`);
  }
});

Deno.test("createLearner() refuses labels and tasks that do not fit", () => {
  const optimizer = sgd({ learningRate: 1 });
  const message = (more: object) => {
    return assertThrows(() => createLearner({ network: line, optimizer, ...more }), Error).message;
  };
  const labels = "Cannot create learner as labels must";
  assertEquals(
    message({ labels: ["a", "b", "c"] }),
    `${labels} hold one label an output, which are 1: current value is 3`,
  );
  assertEquals(message({ labels: ["a", "a"] }), `${labels} differ: current value is "a" twice`);
  assertEquals(message({ labels: "ab" }), `${labels} be a list of texts: current value is "ab"`);
  assertEquals(message({ labels: ["a", 1] }), `${labels} be a list of texts: current value is ["a",1]`);
  assertEquals(
    message({ task: "guess" }),
    'Cannot create learner as task must be classification or regression: current value is "guess"',
  );
});

Deno.test("createLearner() checks 100,000 labels in less than a second", () => {
  const labels = Array.from({ length: 100_000 }, (_, i) => `label ${i}`);
  const network = { inputs: 1, layers: [{ units: labels.length, initializer: "zeros" }] } as const;
  const begin = performance.now();
  assertEquals(createLearner({ network, optimizer: sgd({ learningRate: 1 }), labels }).description.labels, labels);
  assert(performance.now() - begin < 1000);
});

Deno.test("createLearner() refuses a network that cannot be made", () => {
  const optimizer = sgd({ learningRate: 1 });
  assertThrows(() => createLearner({ network: { inputs: 0, layers: [{ units: 1 }] }, optimizer }), RangeError);
  const given = (change: object) => {
    return assertThrows(() => createLearner({ network: { ...line, ...change }, optimizer }), RangeError).message;
  };
  assertEquals(
    given({ parameters: Float32Array.of(1) }),
    "Cannot replace parameters as the network has 2: current value is 1",
  );
  assert(given({ cost: "toString" }).startsWith("Cannot create network as cost must be one of"));
  assert(
    given({ layers: [{ ...line.layers[0], activation: "none" }] }).includes("layers[0].activation must be one of"),
  );
});

Deno.test("predictOne() after learning is the prediction of the state's network", () => {
  const { state } = byHand.learnOne(start, { features: [3], target: 5 });
  assertEquals(byHand.predictOne(state, [2]), predict(state.network, [2]));
  assertEquals([...byHand.predictOne(state, [2])], [3.25]);
});
