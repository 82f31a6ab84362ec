import {
  adam,
  createAnomalyLearner,
  createBackgroundLearner,
  createChampion,
  createLearner,
  createTableLearner,
  type LearnerDescription,
  type Optimizer,
  sgd,
  SnapshotError,
} from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { requireRoom } from "../../lib/format/require_room.ts";

/** The least number of numbers that is enough. */
function least(description: unknown): number {
  const error = assertThrows(() => requireRoom(description as LearnerDescription, -1), SnapshotError);
  const [, numbers] = /hold the (\d+) numbers that its learner has at least: current value is -1$/.exec(error.message)!;
  requireRoom(description as LearnerDescription, Number(numbers));
  assertThrows(() => requireRoom(description as LearnerDescription, Number(numbers) - 1), SnapshotError);
  return Number(numbers);
}

const plain = createLearner({
  network: { inputs: 2, layers: [{ units: 3 }, { units: 1 }] }, // 9 + 4 parameters
  optimizer: adam({ learningRate: 1 }),
});

Deno.test("requireRoom() counts parameters and what the optimizer remembers of each", () => {
  assertEquals(least(plain.description), 13 * 3); // mean and mean of the squares
  const optimizer = sgd({ learningRate: 1 }) as Optimizer;
  const anomaly = createAnomalyLearner({ hidden: [{ units: 2 }], optimizer });
  assertEquals(least(anomaly.description), 2 * 2 + 3); // of one input and one output
  const table = createTableLearner({ task: "regression", hidden: [{ units: 2 }], optimizer, members: 5 });
  assertEquals(least(table.description), 5 * 7);
});

Deno.test("requireRoom() counts the learners inside", () => {
  const background = createBackgroundLearner({ learner: plain });
  assertEquals(least(background.description), 39);
  assertEquals(least(createChampion({ learners: { plain, background } }).description), 78);
});

Deno.test("requireRoom() takes every learner that stands in its own snapshot", () => {
  for (const task of ["classification", "regression", "multilabel"] as const) {
    const learner = createTableLearner({ task });
    const { members } = learner.init() as unknown as { members: { network: { parameters: unknown[] } }[] };
    const held = members.reduce((sum, { network }) => sum + 3 * network.parameters.length, 0);
    requireRoom(learner.description, held);
  }
});

Deno.test("requireRoom() refuses what is large, and what has no end, before anything is made of it", () => {
  const { maker } = createTableLearner({ task: "regression" }).description;
  const refused = (changed: object) =>
    assertThrows(() => requireRoom({ maker: { ...maker, ...changed } } as never, 1e6), SnapshotError);
  refused({ members: 2 ** 40 });
  refused({ hidden: [{ units: 2 ** 30 }, { units: 2 ** 30 }] });
  const links = Array(2000).fill(adam({ learningRate: 1 }).spec);
  refused({ optimizer: { name: "chain", links } });
  let nested: unknown = plain.description;
  for (let i = 0; i < 40; i++) nested = { maker: { name: "createBackgroundLearner", learner: nested } };
  const text = "Cannot decode snapshot as it must have at most 32 learners inside one another: current value is more";
  assertEquals(assertThrows(() => requireRoom(nested as never, 1e6), SnapshotError).message, text);
});

Deno.test("requireRoom() leaves what is no description to what makes learners", () => {
  for (const other of [{}, { maker: null }, { maker: {} }, { maker: { hidden: "abc" } }]) {
    requireRoom(other as never, 1e6);
  }
});
