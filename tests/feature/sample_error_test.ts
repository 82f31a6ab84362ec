import { SampleError } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";

const messageFor = (value: unknown) => new SampleError({ field: "x", rule: "be good", value }).message;

Deno.test("SampleError says field, rule and value, and holds them", () => {
  const error = new SampleError({ field: "features[3]", rule: "be a finite number", value: NaN });
  assertEquals(error.message, "Cannot use features[3] as it must be a finite number: current value is NaN");
  assertEquals([error.field, error.rule, error.value, error.index], [
    "features[3]",
    "be a finite number",
    NaN,
    undefined,
  ]);
});

Deno.test("SampleError is a RangeError under its own name", () => {
  const error = new SampleError({ field: "x", rule: "be good", value: 1 });
  assert(error instanceof RangeError);
  assertEquals([error.name, `${error}`], [
    "SampleError",
    "SampleError: Cannot use x as it must be good: current value is 1",
  ]);
});

Deno.test("SampleError says which of several samples is meant", () => {
  const error = new SampleError({ field: "target", rule: "be good", value: 1, index: 7 });
  assertEquals(error.message, "Cannot use samples[7].target as it must be good: current value is 1");
  assertEquals([error.index, error.field], [7, "target"]);
});

Deno.test("SampleError.at() is a new error with another place; the old one stays", () => {
  const error = new SampleError({ field: "target", rule: "be good", value: 1 });
  const placed = error.at(0).at(2);
  assertEquals(placed.message, "Cannot use samples[2].target as it must be good: current value is 1");
  assertEquals([placed.field, placed.rule, placed.value, placed.index], ["target", "be good", 1, 2]);
  assertEquals(error.index, undefined);
});

Deno.test("SampleError describes any value in a few words", () => {
  const shown = (value: unknown) => messageFor(value).replace("Cannot use x as it must be good: current value is ", "");
  assertEquals([null, undefined, true, -1.5, Infinity, 10n, Symbol("s")].map(shown), [
    "null",
    "undefined",
    "true",
    "-1.5",
    "Infinity",
    "10",
    "Symbol(s)",
  ]);
  assertEquals(shown('a "b"\n'), String.raw`"a \"b\"\n"`);
  assertEquals([[1, 2], new Float32Array(3), { length: 4 }].map(shown), [
    "an array of length 2",
    "an array of length 3",
    "an array of length 4",
  ]);
  assertEquals(shown({ age: 1, city: "Paris" }), "an object with keys age, city");
  assertEquals(shown(() => 1), "a function");
});

Deno.test("SampleError describes parsed JSON that cannot be turned into text", () => {
  const hostile = JSON.parse('{"length": {"toString": 1, "valueOf": 2}, "toString": null}');
  assertEquals(
    messageFor(hostile),
    "Cannot use x as it must be good: current value is an object with keys length, toString",
  );
  assertEquals(
    messageFor(Object.create(null)),
    "Cannot use x as it must be good: current value is an object with keys ",
  );
});

Deno.test("SampleError keeps its message short, however large the value", () => {
  const long = "x".repeat(1e6);
  const values = [long, { [long]: 1 }, { length: long }, Array(1e6).fill(long), 10n ** 1000n, Symbol(long)];
  for (const value of values) assert(messageFor(value).length < 140, messageFor(value).slice(0, 300));
});
