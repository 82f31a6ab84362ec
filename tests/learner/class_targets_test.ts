import { SampleError, type Target } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { classTargets, requireLabel } from "../../lib/learner/class_targets.ts";

const codec = classTargets({ labels: [], maxClasses: 4 });
const seen = (...targets: Target[]) => targets.reduce(codec.update, codec.init());

Deno.test("classTargets() gives each label the next output, and two outputs at least", () => {
  assertEquals([codec.init().labels, codec.init().units], [[], 2] as unknown);
  const state = seen("b", "a", "b", "c");
  assertEquals([state.labels, state.units], [["b", "a", "c"], 3] as unknown);
  assertEquals([...codec.encode(state, "a")], [0, 1, 0]);
  assertEquals([...codec.encode(seen("b"), "b")], [1, 0]);
});

Deno.test("classTargets() begins with the labels that are known, in their order", () => {
  const known = classTargets({ labels: ["no", "yes", "maybe"], maxClasses: 4 });
  assertEquals([known.init().labels, known.init().units], [["no", "yes", "maybe"], 3] as unknown);
  assertEquals([...known.encode(known.init(), "yes")], [0, 1, 0]);
  assertEquals(known.update(known.init(), "never").labels, ["no", "yes", "maybe", "never"]);
});

Deno.test("classTargets() takes class indices, true and false, and probabilities", () => {
  assertEquals(seen(0, 1).units, 2);
  assertEquals([seen(3).units, seen(3).labels], [4, []] as unknown);
  assertEquals([...codec.encode(seen(3), 2)], [0, 0, 1, 0]);
  assertEquals([...codec.encode(codec.init(), true)], [0, 1]);
  assertEquals([...codec.encode(codec.init(), false)], [1, 0]);
  assertEquals([...codec.encode(codec.init(), [0.25, 0.75])], [0.25, 0.75]);
  assertEquals([...codec.encode(codec.init(), Float32Array.of(0.9, 0.1))], [...Float32Array.of(0.9, 0.1)]);
  assertEquals(seen([0.5, 0.5]), codec.init());
});

Deno.test("classTargets() changes no state, and gives the same one if nothing is new", () => {
  const state = seen("a", "b");
  const copy = structuredClone(state);
  assertEquals(codec.update(state, "b") === state, true);
  codec.update(state, "c");
  assertEquals(state, copy);
});

Deno.test("classTargets() leaves answers and targets as they are", () => {
  const vector = Float32Array.of(0.25, 0.75);
  assertEquals(codec.scale(codec.init(), vector) === vector, true);
  assertEquals(codec.restore(codec.init(), vector) === vector, true);
});

const bad: [target: unknown, problem: string][] = [
  [NaN, "target as it must be a label, or a class index from 0 on: current value is NaN"],
  [-1, "target as it must be a label, or a class index from 0 on: current value is -1"],
  [0.5, "target as it must be a label, or a class index from 0 on: current value is 0.5"],
  [4, "target as it must be one of 4 classes at most: current value is 4"],
  [null, "target as it must be a label, a class index or an array of probabilities: current value is null"],
  [
    { a: 1 },
    "target as it must be a label, a class index or an array of probabilities: current value is an object with keys a",
  ],
  [[1], "target as it must hold 2 numbers, one a class: current value is an array of length 1"],
  [[0.5, NaN], "target[1] as it must lie between 0 and 1: current value is NaN"],
  [[1.5, -0.5], "target[0] as it must lie between 0 and 1: current value is 1.5"],
  [[1, 1], "target as it must hold probabilities that sum to 1: current value is 2"],
  [[0, 0], "target as it must hold probabilities that sum to 1: current value is 0"],
];

Deno.test("classTargets() refuses what is no class", () => {
  for (const [target, problem] of bad) {
    const { message } = assertThrows(() => codec.update(codec.init(), target as Target), SampleError);
    assertEquals(message, `Cannot use ${problem}`);
  }
  assertThrows(() => codec.update(seen("a", "b", "c", "d"), "e"), SampleError, "must be one of 4 classes at most");
  assertThrows(
    () => codec.encode(seen("a"), "b"),
    SampleError,
    'must be a class that has been learned: current value is "b"',
  );
  assertThrows(
    () => codec.encode(seen("a"), 2),
    SampleError,
    "must be a class that has been learned: current value is 2",
  );
  assertThrows(() => codec.encode(seen("a"), -1), SampleError, "from 0 on: current value is -1");
});

Deno.test("requireLabel() takes 256 characters and no more", () => {
  requireLabel("x".repeat(256));
  const { message, field } = assertThrows(() => requireLabel("x".repeat(257)), SampleError);
  assertEquals(field, "target");
  assertEquals(message.startsWith("Cannot use target as it must have 256 characters at most: current value is"), true);
  assertThrows(() => codec.update(codec.init(), "x".repeat(257)), SampleError, "256 characters");
});
