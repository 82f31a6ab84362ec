import { encodeTarget, SampleError, type Target, type TargetOptions } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";

/** Asserts that the target is refused with exactly this message. */
function assertRefused(target: unknown, options: TargetOptions, message: string): void {
  const error = assertThrows(() => encodeTarget(target as Target, options), SampleError);
  assertEquals(error.message, message);
}

Deno.test("encodeTarget() reads a vector, a class index, a number and a label", () => {
  assertEquals([...encodeTarget([1, -2.5, 3], { units: 3 })], [1, -2.5, 3]);
  assertEquals([...encodeTarget(2, { units: 3 })], [0, 0, 1]);
  assertEquals([...encodeTarget(-20.5, { units: 1 })], [-20.5]);
  assertEquals([...encodeTarget("b", { units: 3, labels: ["a", "b", "c"] })], [0, 1, 0]);
});

Deno.test("encodeTarget() reads two labels of one output as 0 and 1", () => {
  const options = { units: 1, labels: ["no", "yes"] };
  assertEquals([...encodeTarget("no", options), ...encodeTarget("yes", options)], [0, 1]);
});

Deno.test("encodeTarget() reads one number in a vector as that vector, whatever the number of outputs", () => {
  assertEquals([...encodeTarget([7], { units: 1 })], [7]);
  assertRefused(
    [7],
    { units: 3 },
    "Cannot use target as it must hold 3 numbers: current value is an array of length 1",
  );
});

Deno.test("encodeTarget() returns a Float32Array as it is", () => {
  const target = Float32Array.of(0, 1);
  assert(encodeTarget(target, { units: 2, probabilities: true }) === target);
});

Deno.test("encodeTarget() reads the first and the last class, and -0 as the first", () => {
  assertEquals([0, 2, -0].map((target) => [...encodeTarget(target, { units: 3 })]), [[1, 0, 0], [0, 0, 1], [1, 0, 0]]);
});

Deno.test("encodeTarget() throws if the class index is out of range or not a whole number", () => {
  for (const target of [3, -1, 1.5, NaN, Infinity, 1e39]) {
    const message = `Cannot use target as it must be a class index from 0 to 2: current value is ${target}`;
    assertRefused(target, { units: 3 }, message);
  }
});

Deno.test("encodeTarget() throws if the number is not finite in float32", () => {
  for (const target of [NaN, Infinity, -Infinity]) {
    assertRefused(target, { units: 1 }, `Cannot use target as it must be a finite number: current value is ${target}`);
  }
  const message = "Cannot use target as it must be a finite number in float32: current value is 1e+39";
  assertRefused(1e39, { units: 1 }, message);
});

Deno.test("encodeTarget() throws if the vector has the wrong length or an element that is not a finite number", () => {
  const length = (n: number) => `Cannot use target as it must hold 2 numbers: current value is an array of length ${n}`;
  assertRefused([1], { units: 2 }, length(1));
  assertRefused([], { units: 2 }, length(0));
  assertRefused({ length: 1e9 }, { units: 2 }, length(1e9));
  const element = "Cannot use target[1] as it must be a finite number: current value is";
  assertRefused([1, NaN], { units: 2 }, `${element} NaN`);
  assertRefused([1, "1"], { units: 2 }, `${element} "1"`);
  assertRefused([1, null], { units: 2 }, `${element} null`);
});

Deno.test("encodeTarget() throws if the label is not known", () => {
  const options = { units: 3, labels: ["a", "b", "c"] };
  assertRefused("d", options, 'Cannot use target as it must be one of a, b, c: current value is "d"');
  assertRefused("", options, 'Cannot use target as it must be one of a, b, c: current value is ""');
  assertRefused("length", options, 'Cannot use target as it must be one of a, b, c: current value is "length"');
  const none = "Cannot use target as it must be a number or a vector where the learner has no labels: current value is";
  assertRefused("1", { units: 3 }, `${none} "1"`);
  assertRefused("1", { units: 1, labels: [] }, `${none} "1"`);
});

Deno.test("encodeTarget() throws if the target is of no kind it knows", () => {
  const rule = "Cannot use target as it must be a number, a label or an array of numbers: current value is";
  const refused: [unknown, string][] = [
    [null, "null"],
    [undefined, "undefined"],
    [true, "true"],
    [1n, "1"],
    [() => 1, "a function"],
    [{}, "an object with keys "],
    [{ indices: [0], values: [1] }, "an object with keys indices, values"],
  ];
  for (const units of [1, 3]) {
    for (const [target, shown] of refused) assertRefused(target, { units }, `${rule} ${shown}`);
  }
});

Deno.test("encodeTarget() throws at parsed JSON that cannot be turned into text", () => {
  const message = "Cannot use target as it must hold 2 numbers: current value is an object with keys length";
  assertRefused(JSON.parse('{"length":{"toString":1,"valueOf":1}}'), { units: 2 }, message);
});

Deno.test("encodeTarget() takes probabilities from 0 to 1, both included", () => {
  assertEquals([...encodeTarget([0, 1, 0.5], { units: 3, probabilities: true })], [0, 1, 0.5]);
  assertEquals([...encodeTarget(0.25, { units: 1, probabilities: true })], [0.25]);
  assertEquals([...encodeTarget(2, { units: 3, probabilities: true })], [0, 0, 1]);
});

Deno.test("encodeTarget() throws if a number is no probability where it must be, and shows it as it was given", () => {
  const rule = "as it must lie between 0 and 1 under crossEntropy: current value is";
  assertRefused(1.1, { units: 1, probabilities: true }, `Cannot use target ${rule} 1.1`);
  assertRefused([-0.1], { units: 1, probabilities: true }, `Cannot use target[0] ${rule} -0.1`);
  assertRefused([0, 1, 2], { units: 3, probabilities: true }, `Cannot use target[2] ${rule} 2`);
  assertRefused(Float32Array.of(0, -1), { units: 2, probabilities: true }, `Cannot use target[1] ${rule} -1`);
});
