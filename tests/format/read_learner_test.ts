import {
  chain,
  createNetwork,
  createTableLearner,
  type LearnerDescription,
  momentum,
  sgd,
  SnapshotError,
} from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { readLearner } from "../../lib/format/read_learner.ts";

const options = { inputs: 2, layers: [{ units: 3 }, { units: 1 }], seed: 5 };
const network = createNetwork({ ...options, seed: 6 });
const optimizer = chain(momentum({ learningRate: 0.5 }), sgd({ learningRate: 1 })).spec!;
const description: LearnerDescription = { network: options, optimizer, labels: ["a", "b"], task: "regression" };
const refusal = (changed: object) => {
  const { message } = assertThrows(
    () => readLearner({ ...description, ...changed } as LearnerDescription, network),
    SnapshotError,
  );
  return message.replace("Cannot decode snapshot as it must ", "");
};

Deno.test("readLearner() makes the learner of the description, and shows the form of its state", () => {
  const { learner, smallest } = readLearner(description, network);
  assertEquals(learner.description, description);
  assertEquals(learner.init().network, createNetwork(options));
  assertEquals(smallest, {
    optimizer: [{ step: 0, velocity: new Float32Array(2) }, { step: 0 }],
    samples: 0,
  });
});

Deno.test("readLearner() starts from the current network where the description has none", () => {
  const { network: _, ...rest } = description;
  assertEquals(readLearner(rest, network).learner.init().network, network);
});

Deno.test("readLearner() refuses a first network of other sizes before it is made", () => {
  const others = [null, 5, [], { ...options, inputs: 2 ** 30 }, { ...options, layers: [{ units: 2 ** 30 }] }, {
    ...network,
    cost: "huber",
  }];
  for (const other of others) {
    assert(refusal({ network: other }).startsWith("make the first network of the sizes of the current one: current"));
  }
});

Deno.test("readLearner() refuses a first network of other activations or another cost", () => {
  for (
    const other of [{ ...options, cost: "huber" }, {
      ...options,
      layers: [{ units: 3, activation: "relu" }, { units: 1 }],
    }]
  ) {
    assert(refusal({ network: other }).startsWith("make the first network of the shape {"));
  }
});

Deno.test("readLearner() tells why a learner cannot be made", () => {
  const start = "describe a learner that can be made: current value is";
  assertEquals(
    refusal({ network: { ...options, seed: 0.5 } }),
    `${start} Cannot create network as seed must be a whole number from 0 to 4294967295: current value is 0.5`,
  );
  assertEquals(
    refusal({ optimizer: { name: "sgd", learningRate: 0 } }),
    `${start} Cannot create sgd as learningRate must be a number above 0: current value is 0`,
  );
  assertEquals(
    refusal({ labels: ["a", "b", "c"] }),
    `${start} Cannot create learner as labels must hold one label an output, which are 1: current value is 3`,
  );
});

Deno.test("readLearner() makes no state of the network's size: 10,000 optimizers of 2 million parameters", () => {
  const large = createNetwork({ inputs: 2_000_000, layers: [{ units: 1, initializer: "zeros" }] });
  const links = Array(10_000).fill(momentum({ learningRate: 1 }).spec); // 80 GB of velocities
  const { smallest } = readLearner({ optimizer: { name: "chain", links }, labels: [], task: "regression" }, large);
  assertEquals((smallest!.optimizer as unknown[]).length, 10_000);
});

Deno.test("readLearner() makes a learner of several parts, which knows itself what its states look like", () => {
  const { description } = createTableLearner({ task: "regression" });
  const { learner, ...rest } = readLearner(description, network);
  assertEquals([learner.description, rest], [description, {}]);
});

Deno.test("readLearner() tells why a learner of several parts cannot be made, and makes none that outgrows the tensors", () => {
  const { description } = createTableLearner({ task: "regression" });
  const start = "describe a learner that can be made: current value is";
  const maker = { ...description.maker, name: "createTableLearner", task: "guess" };
  assertEquals(
    refusal({ maker }),
    `${start} Cannot create table learner as task must be one of classification, regression, multilabel: current value is "guess"`,
  );
  for (const numbers of [0, 1000]) {
    assertThrows(
      () => readLearner(description, network, numbers),
      SnapshotError,
      "numbers that its learner has at least",
    );
  }
});
