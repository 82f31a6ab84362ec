import {
  type ChampionState,
  createLearner,
  decodeLearner,
  encodeLearner,
  type Learner,
  type LearnerState,
  nextRandom,
  sgd,
  SnapshotError,
} from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { assertSame } from "../helper/assert_same.ts";
import { generatedSamples } from "../helper/generated_samples.ts";
import { optimizers, referenceOptimizers } from "../helper/optimizers.ts";
import { readSafetensors, safetensorsOf } from "../helper/safetensors.ts";
import reference from "../reference/snapshot_v1.json" with { type: "json" };
import second from "../reference/snapshot_v2.json" with { type: "json" };

const network = {
  inputs: 3,
  layers: [{ units: 4, activation: "relu" }, { units: 2, activation: "softmax" }],
  cost: "crossEntropy",
  seed: 5,
} as const;
const samples = generatedSamples(1000, { inputs: 3, units: 2, seed: 11 });
const small = createLearner({ network: { inputs: 2, layers: [{ units: 1 }] }, optimizer: optimizers.adam });
const learned = small.learnMany(small.init(), [{ features: [1, 2], target: 1 }, { features: [0, 1], target: 0 }]).state;
const file = encodeLearner(small, learned);

/** The file with another content of the entry backstream. */
function withContent(change: (content: Content) => unknown): Uint8Array {
  const { headerLength, metadata } = readSafetensors(file);
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + headerLength)));
  const content = JSON.parse(metadata.backstream);
  header.__metadata__.backstream = JSON.stringify(change(content) ?? content);
  return safetensorsOf(header, file.subarray(8 + headerLength));
}

// deno-lint-ignore no-explicit-any -- to be changed into what does not fit
type Content = any;

/** The text of the SnapshotError, behind "as it must". */
function refusal(bytes: Uint8Array): string {
  const { message } = assertThrows(() => decodeLearner(bytes), SnapshotError);
  const start = "Cannot decode snapshot as it must ";
  assert(message.startsWith(start), message);
  return message.slice(start.length);
}

function assertSameState(actual: LearnerState, expected: LearnerState): void {
  assertSame(Array.from(actual.network.parameters), Array.from(expected.network.parameters));
  assertEquals(actual, expected);
}

for (const [name, optimizer] of Object.entries({ ...optimizers, ...referenceOptimizers })) {
  Deno.test(`decodeLearner() gives back learner and state, and going on is as never having stopped: ${name}`, () => {
    const learner = createLearner({ network, optimizer, labels: ["a", "b"], task: "regression" });
    const whole = learner.learnMany(learner.init(), samples).state;
    for (const stop of [0, 1, 137, 500, 999, 1000]) {
      const before = learner.learnMany(learner.init(), samples.slice(0, stop)).state;
      const resumed = decodeLearner(encodeLearner(learner, before));
      assertEquals(resumed.learner.description, learner.description);
      assertSameState(resumed.state, before);
      assertSameState(resumed.learner.learnMany(resumed.state, samples.slice(stop)).state, whole);
    }
  });
}

Deno.test("decodeLearner() after every one of the first 25 samples is as never having stopped", () => {
  let { learner, state }: { learner: Learner; state: LearnerState } = { learner: small, state: small.init() };
  const few = generatedSamples(25, { inputs: 2, units: 1, seed: 3 });
  for (const sample of few) {
    ({ learner, state } = decodeLearner(encodeLearner(learner, learner.learnOne(state, sample).state)));
  }
  assertSameState(state, small.learnMany(small.init(), few).state);
});

Deno.test("decodeLearner() gives a learner that starts anew as the one that was encoded", () => {
  assertSameState(decodeLearner(file).learner.init(), small.init());
});

Deno.test("decodeLearner() gives a learner of a given network, which starts anew from the snapshot", () => {
  const given = createLearner({ network: small.init().network, optimizer: sgd({ learningRate: 0.5 }) });
  const { state } = given.learnOne(given.init(), { features: [1, 2], target: 1 });
  const back = decodeLearner(encodeLearner(given, state));
  assertEquals(back.learner.description, given.description);
  assertSameState(back.state, state);
  assertSame(Array.from(back.learner.init().network.parameters), Array.from(state.network.parameters));
});

Deno.test("decodeLearner() gives back parameters that are NaN, infinite or -0", () => {
  const parameters = Float32Array.of(NaN, -0, -Infinity);
  const [layer] = learned.network.layers;
  const layers = [{ ...layer, weights: parameters.subarray(0, 2), biases: parameters.subarray(2) }];
  const { state } = decodeLearner(
    encodeLearner(small, { ...learned, network: { ...learned.network, layers, parameters } }),
  );
  assertSame(Array.from(state.network.parameters), [NaN, -0, -Infinity]);
});

Deno.test("decodeLearner() gives a state whose layers are views of its one block", () => {
  const { network } = decodeLearner(file).state;
  const { buffer } = network.parameters as Float32Array;
  assert(network.layers.every(({ weights, biases }) => {
    return (weights as Float32Array).buffer === buffer && (biases as Float32Array).buffer === buffer;
  }));
});

Deno.test("decodeLearner() keeps nothing of the bytes and leaves them as they were", () => {
  const bytes = file.slice();
  const { state } = decodeLearner(bytes);
  assertEquals(bytes, file);
  bytes.fill(255);
  assertSameState(state, learned);
});

Deno.test("decodeLearner() reads the snapshot of version 1 that was made once", async () => {
  const bytes = await Deno.readFile(new URL("../reference/snapshot_v1.safetensors", import.meta.url));
  const { learner, state } = decodeLearner(bytes);
  const { backstream, tensors } = reference;
  const parameters = ["0.weight", "0.bias", "2.weight", "2.bias"] as const;
  assertSame(Array.from(state.network.parameters), parameters.flatMap((name) => tensors[name].values));
  assertEquals(state.network.layers.map(({ inputs, units }) => [units, inputs]), [
    tensors["0.weight"].shape,
    tensors["2.weight"].shape,
  ]);
  assertEquals(learner.description, backstream.learner as unknown);
  const [clipping, adam] = state.optimizer as [unknown, { step: number; mean: number[]; meanSquare: number[] }];
  assertEquals([clipping, adam.step, state.samples], [{ step: 3 }, 3, 3]);
  assertSame(Array.from(adam.mean), tensors["state.optimizer.1.mean"].values);
  assertSame(Array.from(adam.meanSquare), tensors["state.optimizer.1.meanSquare"].values);
  const { samples } = learner.learnOne(state, { features: [1, 0, 1], target: "right" }).state;
  assertEquals(samples, 4);
});

/** Plain data as snapshot_v2.py prints it: typed arrays as lists, networks as their parameters, NaN as a text. */
function printed(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float32Array, printed);
  if (Array.isArray(value)) return value.map(printed);
  if (typeof value !== "object" || value === null) return value;
  if ("parameters" in value) return printed(value.parameters);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printed(item)]));
}

Deno.test("decodeLearner() reads the snapshot of version 2 that was made once", async () => {
  const bytes = await Deno.readFile(new URL("../reference/snapshot_v2.safetensors", import.meta.url));
  const { learner, state } = decodeLearner(bytes);
  assertEquals(learner.description, second.learner as unknown);
  assertSame(Array.from(state.network.parameters), second.network);
  const { network: _, ...rest } = state;
  assertEquals(printed(rest), second.state as unknown);
  const { champion, promotions, learners } = state as ChampionState;
  assertEquals([champion, promotions.length, Object.keys(learners)], ["linear", 1, ["deep", "linear"]]);
  assertEquals(learner.labelsOf!(state), ["sell", "keep", "hold"]);
  const { samples } = learner.learnOne(state, { features: { x: 1, color: "green" }, target: "wait" }).state;
  assertEquals(samples, 25);
});

Deno.test("decodeLearner() refuses a snapshot cut short at any length", () => {
  for (let length = 0; length < file.length; length++) {
    assertThrows(() => decodeLearner(file.subarray(0, length)), SnapshotError);
  }
});

Deno.test("decodeLearner() reads 20,000 damaged snapshots as far as they can be used, and refuses all others", () => {
  const { headerLength } = readSafetensors(file);
  let seed = 1;
  const draw = (below: number) => {
    const [value, next] = nextRandom(seed);
    seed = next;
    return Math.floor(value * below);
  };
  let refused = 0;
  for (let i = 0; i < 20_000; i++) {
    const bytes = file.slice();
    for (let flips = 1 + draw(3); flips > 0; flips--) bytes[draw(8 + headerLength)] ^= 1 << draw(8);
    try {
      const { learner, state } = decodeLearner(bytes);
      learner.learnOne(state, { features: [1, 2], target: 1 });
      learner.learnOne(learner.init(), { features: [1, 2], target: 0 });
    } catch (error) {
      if (!(error instanceof SnapshotError)) throw error;
      refused++;
    }
  }
  assert(refused > 15_000, `${refused} were refused`);
});

Deno.test("decodeLearner() refuses each part of the content replaced by something else, and never fails otherwise", () => {
  const others: unknown[] = [undefined, null, true, -1, 0.5, 2 ** 60, "text", "__proto__", [], {}, [null], {
    toString: 1,
  }];
  const deep = JSON.parse('{"a":'.repeat(5000) + "1" + "}".repeat(5000));
  const places: [object: Content, key: string][] = [];
  const collect = (value: Content) => {
    if (typeof value !== "object" || value === null) return;
    for (const key of Object.keys(value)) {
      places.push([value, key]);
      collect(value[key]);
    }
  };
  const { metadata } = readSafetensors(file);
  const content = JSON.parse(metadata.backstream);
  collect(content);
  assert(places.length > 20);
  for (const [object, key] of places) {
    const kept = object[key];
    for (const other of [...others, deep]) {
      object[key] = other;
      try {
        const { learner, state } = decodeLearner(withContent(() => content));
        learner.learnOne(state, { features: [1, 2], target: 1 });
      } catch (error) {
        assert(error instanceof SnapshotError, `${key} as ${typeof other}: ${error}`);
      }
    }
    object[key] = kept;
  }
});

Deno.test("decodeLearner() tells what is wrong with the content, and where", () => {
  const current = (change: (content: Content) => void) => refusal(withContent((content) => void change(content)));
  const made = "describe a learner that can be made: current value is";
  const names =
    "sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw, normalizedAdaptive, weightDecay, l1, clipByNorm, " +
    "clipByValue, scaleBiases, importanceAware, ch..."; // a message that is too long is cut
  const cases: [change: (content: Content) => void, text: string][] = [
    [(content) => content.version = 3, "be of version 1 to 2: current value is 3"],
    [(content) => delete content.state, "hold an object as state in the entry backstream: current value is undefined"],
    [
      (content) => content.learner.optimizer.name = "toString",
      `${made} Cannot create optimizer as name must be one of ${names}`,
    ],
    [
      (content) => content.learner.optimizer.beta1 = 1,
      `${made} Cannot create adam as beta1 must be a number from 0 up to, not including, 1: current value is 1`,
    ],
    [
      (content) => content.learner.optimizer.learningRate = { schedule: "warmUp", steps: 2, then: { schedule: "x" } },
      `${made} Cannot create warmUp schedule as learningRate must be a number above 0 or a schedule: current value is {"schedule":"x"}`,
    ],
    [
      (content) => delete content.learner.optimizer,
      `${made} Cannot create optimizer as spec must be an object with a name: current value is undefined`,
    ],
    [
      (content) => content.learner.labels = [1],
      `${made} Cannot create learner as labels must be a list of texts: current value is [1]`,
    ],
    [
      (content) => content.learner.task = "guess",
      `${made} Cannot create learner as task must be classification or regression: current value is "guess"`,
    ],
    [
      (content) => content.learner.network.seed = -1,
      `${made} Cannot create network as seed must be a whole number from 0 to 4294967295: current value is -1`,
    ],
    [
      (content) => content.learner.network.layers[0].units = 2 ** 30,
      'make the first network of the sizes of the current one: current value is {"inputs":2,"layers":[{"units":1073741824}]}',
    ],
    [
      (content) => content.learner.network.parameters = { length: 3 },
      'make the first network of the sizes of the current one: current value is {"inputs":2,"layers":[{"units":1}],"parameters":{"length":3}}',
    ],
    [
      (content) => content.learner.network.cost = "huber",
      'make the first network of the shape {"inputs":2,"layers":[{"units":1,"activation":"sigmoid"}],"cost":"quadratic"}: ' +
      'current value is {"inputs":2,"layers":[{"units":1,"activation":"sigmoid"}],"cost":"huber"}',
    ],
    [
      (content) => content.network.layers[0].units = 2,
      "hold the float32 tensor 0.weight of 4 numbers: current value is 2 in a Float32Array",
    ],
    [(content) => content.state.samples = -1, "hold state.samples as a whole number from 0 on: current value is -1"],
    [
      (content) => content.state.optimizer.step = { $number: "Infinity" },
      "hold state.optimizer.step as a whole number from 0 on: current value is Infinity",
    ],
    [
      (content) => content.state.optimizer.mean = { $tensor: "0.bias" },
      "hold state.optimizer.mean as 3 numbers of F32: current value is 1 numbers of F32",
    ],
    [
      (content) => content.state.optimizer.mean = { $tensor: "state.optimizer.meanSquare" },
      'hold the tensor "state.optimizer.meanSquare" that its state names once: current value is missing',
    ],
    [
      (content) => delete content.state.optimizer,
      "hold state as an object with keys optimizer, samples: current value is an object with keys samples",
    ],
  ];
  for (const [change, text] of cases) assertEquals(current(change), text);
});

Deno.test("decodeLearner() refuses what is not a Uint8Array with a TypeError", () => {
  const others: [unknown, string][] = [
    ["text", "[object String]"],
    [undefined, "[object Undefined]"],
    [null, "[object Null]"],
    [[1, 2], "[object Array]"],
    [file.buffer, "[object ArrayBuffer]"],
    [new Float32Array(8), "[object Float32Array]"],
  ];
  for (const [other, shown] of others) {
    const { message } = assertThrows(() => decodeLearner(other as Uint8Array), TypeError);
    assertEquals(message, `Cannot decode snapshot as bytes must be a Uint8Array: current value is ${shown}`);
  }
});
