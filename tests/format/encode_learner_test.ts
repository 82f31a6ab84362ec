import { createLearner, decodeLearner, encodeLearner, momentum, type Optimizer, sgd } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { float32s, readSafetensors } from "../helper/safetensors.ts";

const network = {
  inputs: 3,
  layers: [{ units: 2, activation: "tanh" }, { units: 1 }],
  cost: "quadratic",
  seed: 4,
} as const;
const learner = createLearner({ network, optimizer: momentum({ learningRate: 0.5 }), labels: ["no", "yes"] });
const { state } = learner.learnOne(learner.init(), { features: [1, 2, 3], target: "yes" });

Deno.test("encodeLearner() writes a safetensors file that any reader of the format takes apart", () => {
  const file = encodeLearner(learner, state);
  const { headerLength, metadata, tensors } = readSafetensors(file);
  assertEquals(headerLength % 8, 0);
  assertEquals(file[8], "{".charCodeAt(0));
  const entries = Object.entries(tensors).map(([name, { dtype, shape, data_offsets }]) => [
    name,
    dtype,
    shape,
    data_offsets,
  ]);
  assertEquals(entries, [
    ["0.weight", "F32", [2, 3], [0, 24]],
    ["0.bias", "F32", [2], [24, 32]],
    ["2.weight", "F32", [1, 2], [32, 40]],
    ["2.bias", "F32", [1], [40, 44]],
    ["state.optimizer.velocity", "F32", [11], [44, 88]],
  ]);
  assertEquals(file.length, 8 + headerLength + 88);
  assertEquals(Object.keys(metadata), ["format", "backstream"]);
  assert(Object.values(metadata).every((entry) => typeof entry === "string")); // as the format demands
  assertEquals(metadata.format, "pt");
});

Deno.test("encodeLearner() writes weights row by row, a row per unit", () => {
  const { tensors } = readSafetensors(encodeLearner(learner, state));
  const [first, second] = state.network.layers;
  assertEquals(float32s(tensors["0.weight"].bytes), [...first.weights]);
  assertEquals(float32s(tensors["0.bias"].bytes), [...first.biases]);
  assertEquals(float32s(tensors["2.weight"].bytes), [...second.weights]);
  assertEquals(float32s(tensors["2.bias"].bytes), [...second.biases]);
});

Deno.test("encodeLearner() writes all else as JSON in the entry backstream", () => {
  const { metadata } = readSafetensors(encodeLearner(learner, state));
  assertEquals(JSON.parse(metadata.backstream), {
    version: 1,
    learner: {
      network,
      optimizer: { name: "momentum", learningRate: 0.5, momentum: 0.9 },
      labels: ["no", "yes"],
      task: "classification",
    },
    network: {
      inputs: 3,
      layers: [{ units: 2, activation: "tanh" }, { units: 1, activation: "sigmoid" }],
      cost: "quadratic",
    },
    state: { optimizer: { step: 1, velocity: { $tensor: "state.optimizer.velocity" } }, samples: 1 },
  });
});

Deno.test("encodeLearner() gives the same bytes for the same state, and changes nothing", () => {
  const before = structuredClone(state);
  assertEquals(encodeLearner(learner, state), encodeLearner(learner, structuredClone(state)));
  assertEquals(state, before);
});

Deno.test("encodeLearner() does not need the views that structuredClone and workers take apart", () => {
  const back = decodeLearner(encodeLearner(learner, structuredClone(state)));
  assertEquals(back.state, state);
});

Deno.test("encodeLearner() refuses an optimizer without a spec", () => {
  const { init, update } = sgd({ learningRate: 1 });
  const unnamed = createLearner({ network, optimizer: { init, update } as Optimizer });
  const { message } = assertThrows(() => encodeLearner(unnamed, unnamed.init()), TypeError);
  assertEquals(message, "Cannot encode learner as its optimizer must have a spec: current value is undefined");
});

Deno.test("encodeLearner() refuses a state that is not plain data, and says where it is", () => {
  const { message } = assertThrows(
    () => encodeLearner(learner, { ...state, optimizer: { since: new Date(0) } }),
    TypeError,
  );
  assert(message.startsWith("Cannot encode state.optimizer.since as state must be plain data: current value is"));
});

Deno.test("encodeLearner() refuses the state of a learner with another network", () => {
  const other = createLearner({ network: { inputs: 2, layers: [{ units: 1 }] }, optimizer: sgd({ learningRate: 1 }) });
  const { message } = assertThrows(() => encodeLearner(learner, other.init()), RangeError);
  assert(message.startsWith("Cannot encode learner as the network of the state must have the shape"), message);
});

Deno.test("encodeLearner() writes a plain learner as version 1, byte for byte as it was written by that version", async () => {
  const bytes = await Deno.readFile(new URL("../reference/snapshot_v1.safetensors", import.meta.url));
  const { learner, state } = decodeLearner(bytes);
  assertEquals(encodeLearner(learner, state), bytes);
});

Deno.test("encodeLearner() writes a learner of several parts as version 2, byte for byte as it was written by that version", async () => {
  const bytes = await Deno.readFile(new URL("../reference/snapshot_v2.safetensors", import.meta.url));
  const { learner, state } = decodeLearner(bytes);
  assertEquals(encodeLearner(learner, state), bytes);
});

Deno.test("encodeLearner() writes the same bytes for a state that was read as for one that was learned", () => {
  const made = learner.learnMany(learner.init(), [{ features: [1, 2, 3], target: "yes" }]).state;
  for (const each of [learner.init(), state, made, { samples: 1, optimizer: made.optimizer, network: made.network }]) {
    const bytes = encodeLearner(learner, each);
    assertEquals(encodeLearner(learner, decodeLearner(bytes).state), bytes);
    assertEquals(
      encodeLearner(learner, { network: each.network, optimizer: each.optimizer, samples: each.samples }),
      bytes,
    );
  }
});
