import { SampleError, type Target } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { labelTargets } from "../../lib/learner/label_targets.ts";

const codec = labelTargets({ labels: [], maxClasses: 3 });
const seen = (...targets: Target[]) => targets.reduce(codec.update, codec.init());

Deno.test("labelTargets() gives each label that is named the next output, whether it is there or not", () => {
  const state = seen({ red: true, round: false }, { big: 1 });
  assertEquals([state.labels, state.units], [["red", "round", "big"], 3] as unknown);
  assertEquals([...codec.encode(state, { big: true, red: 0.25 })], [0.25, 0, 1]);
  assertEquals([...codec.encode(state, "round")], [0, 1, 0]);
  assertEquals([...codec.encode(state, {})], [0, 0, 0]);
});

Deno.test("labelTargets() has two outputs at least, and takes arrays of as many numbers", () => {
  assertEquals(codec.init().units, 2);
  assertEquals([...codec.encode(codec.init(), [1, 0.5])], [1, 0.5]);
  assertEquals([...codec.encode(codec.init(), Float32Array.of(0, 1))], [0, 1]);
  const known = labelTargets({ labels: ["a", "b", "c"], maxClasses: 3 });
  assertEquals([known.init().labels, known.init().units], [["a", "b", "c"], 3] as unknown);
});

Deno.test("labelTargets() changes no state, and gives the same one if nothing is new", () => {
  const state = seen({ a: 1 });
  const copy = structuredClone(state);
  assertEquals(codec.update(state, { a: false }) === state, true);
  codec.update(state, { b: true });
  assertEquals(state, copy);
});

Deno.test("labelTargets() leaves answers and targets as they are", () => {
  const vector = Float32Array.of(1, 1);
  assertEquals(codec.scale(codec.init(), vector) === vector, true);
  assertEquals(codec.restore(codec.init(), vector) === vector, true);
});

const bad: [target: unknown, problem: string][] = [
  [1, "target as it must be a record of labels, an array or a label: current value is 1"],
  [null, "target as it must be a record of labels, an array or a label: current value is null"],
  [{ a: 2 }, "target.a as it must be true, false or a number between 0 and 1: current value is 2"],
  [{ a: "yes" }, 'target.a as it must be true, false or a number between 0 and 1: current value is "yes"'],
  [{ a: NaN }, "target.a as it must be true, false or a number between 0 and 1: current value is NaN"],
  [[1], "target as it must hold 2 numbers, one a label: current value is an array of length 1"],
  [[1, -1], "target[1] as it must be true, false or a number between 0 and 1: current value is -1"],
  [{ a: 1, b: 1, c: 1, d: 1 }, 'target as it must name 3 labels at most in all: current value is "a"'],
];

Deno.test("labelTargets() refuses what are no labels", () => {
  for (const [target, problem] of bad) {
    const { message } = assertThrows(() => codec.update(codec.init(), target as Target), SampleError);
    assertEquals(message, `Cannot use ${problem}`);
  }
  assertThrows(() => codec.update(codec.init(), { ["x".repeat(257)]: 1 }), SampleError, "256 characters at most");
  const { message } = assertThrows(() => codec.encode(seen({ a: 1 }), { b: 1 }), SampleError);
  assertEquals(message, "Cannot use target.b as it must be a label that has been learned: current value is 1");
});
