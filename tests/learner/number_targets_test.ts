import { SampleError, type Target } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { numberTargets } from "../../lib/learner/number_targets.ts";

const one = numberTargets({ labels: [], units: 1, standardizes: true });
const named = numberTargets({ labels: ["length", "price"], units: 2, standardizes: true });
const plain = numberTargets({ labels: [], units: 2, standardizes: false });

Deno.test("numberTargets() standardizes numbers, and puts answers back into their unit", () => {
  const state = [1000, 3000].reduce<ReturnType<typeof one.init>>(one.update, one.init()); // mean 2000, deviation 1000
  assertEquals([...one.encode(state, 2500)], [2500]);
  assertEquals([...one.scale(state, Float32Array.of(2500))], [0.5]);
  assertEquals([...one.restore(state, Float32Array.of(-0.5))], [1500]);
});

Deno.test("numberTargets() answers 0 before the first target, and that target after it", () => {
  assertEquals([...one.restore(one.init(), Float32Array.of(7))], [0]);
  const state = one.update(one.init(), 5);
  assertEquals([...one.scale(state, Float32Array.of(9)), ...one.restore(state, Float32Array.of(7))], [0, 5]);
});

Deno.test("numberTargets() takes numbers, booleans, arrays and records of numbers", () => {
  assertEquals([...one.encode(one.init(), true)], [1]);
  assertEquals([...one.encode(one.init(), [4])], [4]);
  assertEquals([...named.encode(named.init(), { price: 2, length: 1 })], [1, 2]); // a field may be called length
  assertEquals([...named.encode(named.init(), Float32Array.of(3, 4))], [3, 4]);
  assertEquals([named.init().labels, named.init().units], [["length", "price"], 2] as unknown);
});

Deno.test("numberTargets() leaves numbers as they are if it does not standardize", () => {
  const state = plain.update(plain.init(), [1, 2]);
  assertEquals(state, plain.init());
  const vector = Float32Array.of(5, 6);
  assertEquals(plain.scale(state, vector) === vector && plain.restore(state, vector) === vector, true);
});

Deno.test("numberTargets() takes no target to be further than 20 deviations away", () => {
  const before = [1000, 3000].reduce<ReturnType<typeof one.init>>(one.update, one.init());
  assertEquals([...one.scale(before, Float32Array.of(1e30)), ...one.scale(before, Float32Array.of(-1e30))], [20, -20]);
  const after = one.update(before, 1e30); // as 2000 + 20 * 1000
  assertEquals(after, one.update(before, 22_000));
  assertEquals(one.update(before, -1e30), one.update(before, -18_000));
  assertEquals([...one.encode(before, 1e30)], [Math.fround(1e30)]);
});

Deno.test("numberTargets() answers nothing infinite", () => {
  const state = [3e38, -3e38].reduce<ReturnType<typeof one.init>>(one.update, one.init());
  const most = 3.4028234663852886e38;
  assertEquals([...one.restore(state, Float32Array.of(5)), ...one.restore(state, Float32Array.of(-5))], [most, -most]);
});

Deno.test("numberTargets() changes no state", () => {
  const state = one.update(one.init(), 1);
  const copy = structuredClone(state);
  one.update(state, 2);
  assertEquals(state, copy);
});

const bad: [codec: typeof one, target: unknown, problem: string][] = [
  [one, NaN, "target as it must be a finite number in float32: current value is NaN"],
  [one, 1e39, "target as it must be a finite number in float32: current value is 1e+39"],
  [one, "5", 'target as it must be a number, an array or a record of numbers: current value is "5"'],
  [one, null, "target as it must be a number, an array or a record of numbers: current value is null"],
  [one, [1, 2], "target as it must hold 1 numbers: current value is an array of length 2"],
  [one, ["1"], 'target[0] as it must be a finite number in float32: current value is "1"'],
  [one, { a: 1 }, "target as it must be a number or an array of numbers: current value is an object with keys a"],
  [named, 1, "target as it must hold 2 numbers: current value is 1"],
  [named, { price: 1 }, "target as it must have the fields length, price: current value is an object with keys price"],
  [
    named,
    { price: 1, size: 1 },
    "target as it must have the fields length, price: current value is an object with keys price, size",
  ],
  [
    named,
    { price: 1, length: Infinity },
    "target.length as it must be a finite number in float32: current value is Infinity",
  ],
];

Deno.test("numberTargets() refuses what are no numbers", () => {
  for (const [codec, target, problem] of bad) {
    for (const use of [codec.update, codec.encode]) {
      const { message } = assertThrows(() => use(codec.init(), target as Target), SampleError);
      assertEquals(message, `Cannot use ${problem}`);
    }
  }
});
