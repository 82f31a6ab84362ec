/** The behavior of `@std/assert` that this project counts on; it holds for the stand-in and for the package itself. */
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  AssertionError,
  assertNotEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";

class Box {
  readonly #content: number;
  constructor(content: number) {
    this.#content = content;
  }
  get content(): number {
    return this.#content;
  }
}

const equalPairs: [string, unknown, unknown][] = [
  ["numbers", 1, 1],
  ["NaN", NaN, NaN],
  ["0 and -0", 0, -0],
  ["0 and -0 in an array", [0], [-0]],
  ["0 and -0 in a typed array", Float32Array.of(0), Float32Array.of(-0)],
  ["NaN in a typed array", Float32Array.of(1, NaN), Float32Array.of(1, NaN)],
  ["buffers", Uint8Array.of(1, 2).buffer, Uint8Array.of(1, 2).buffer],
  ["nested objects in another order of keys", { a: { b: [1] }, c: 2 }, { c: 2, a: { b: [1] } }],
  ["an object without a prototype and a plain one", Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
  ["maps with keys that are objects", new Map([[{ a: 1 }, 2]]), new Map([[{ a: 1 }, 2]])],
  ["sets in another order", new Set([1, 2]), new Set([2, 1])],
  ["dates", new Date(5), new Date(5)],
  ["addresses", new URL("http://localhost/a"), new URL("http://localhost/a")],
  ["values that contain themselves", cycle(1), cycle(1)],
  ["objects of a class", new Box(1), new Box(1)],
  ["views of equal bytes", new DataView(new ArrayBuffer(2)), new DataView(new ArrayBuffer(2))],
];

const unequalPairs: [string, unknown, unknown][] = [
  ["numbers", 1, 2],
  ["a number and its text", 1, "1"],
  ["null and undefined", null, undefined],
  ["an undefined property and none", { a: undefined }, {}],
  ["an undefined property and another", { a: undefined }, { b: undefined }],
  ["arrays of other lengths", [1, 2], [1]],
  ["a hole and undefined", [,], [undefined]],
  ["typed arrays of other values", Float32Array.of(1), Float32Array.of(1.5)],
  ["typed arrays of other lengths", Float32Array.of(1, 2), Float32Array.of(1)],
  ["typed arrays of other types", Float32Array.of(1), Float64Array.of(1)],
  ["an array and a typed array", [1], Float32Array.of(1)],
  ["buffers", Uint8Array.of(1).buffer, Uint8Array.of(2).buffer],
  ["maps of other values", new Map([["a", 1]]), new Map([["a", 2]])],
  ["sets", new Set([1]), new Set([2])],
  ["dates", new Date(5), new Date(6)],
  ["expressions", /a/, /a/i],
  ["addresses", new URL("http://localhost/a"), new URL("http://localhost/b")],
  ["errors of other texts", new Error("a"), new Error("b")],
  ["errors of other classes", new TypeError("a"), new RangeError("a")],
  ["functions", () => 1, () => 1],
  ["values that contain themselves", cycle(1), cycle(2)],
  ["objects of a class by what they tell", new Box(1), new Box(2)],
  ["an object of a class and a plain one", new Box(1), { content: 1 }],
  ["views of other bytes", new DataView(Uint8Array.of(1).buffer), new DataView(Uint8Array.of(2).buffer)],
];

for (const [name, a, b] of equalPairs) {
  Deno.test(`assertEquals() takes as equal: ${name}`, () => {
    assertEquals(a, b);
    assertEquals({ nested: [a] }, { nested: [b] });
    assertThrows(() => assertNotEquals(a, b), AssertionError, "Expected actual: ");
  });
}

for (const [name, a, b] of unequalPairs) {
  Deno.test(`assertEquals() takes as unequal: ${name}`, () => {
    assertNotEquals(a, b);
    assertNotEquals({ nested: [a] }, { nested: [b] });
    assertThrows(() => assertEquals(a, b), AssertionError, "Values are not equal.");
    assertThrows(() => assertEquals(b, a), AssertionError, "Values are not equal.");
  });
}

Deno.test("assertEquals() does not compile for values of two types", () => {
  // @ts-expect-error: a number is not a text
  assertThrows(() => assertEquals<number>(1, "1"), AssertionError);
});

Deno.test("assert() narrows the type and throws the message for what is falsy", () => {
  const value: number | undefined = [1].at(0);
  assert(value !== undefined);
  assertEquals(value.toFixed(1), "1.0");
  for (const falsy of [false, 0, "", null, undefined, NaN]) {
    assertThrows(() => assert(falsy, "not so"), AssertionError, "not so");
  }
});

Deno.test("assertAlmostEquals() allows 1e-7 of the expected number, or the tolerance, bound included", () => {
  assertAlmostEquals(1 + 9e-8, 1);
  assertAlmostEquals(1.5, 1, 0.5);
  assertAlmostEquals(NaN, NaN);
  assertAlmostEquals(Infinity, Infinity);
  assertAlmostEquals(0, -0);
  const apart: [number, number, number?][] = [[1 + 2e-7, 1], [1.51, 1, 0.5], [1e-300, 0], [NaN, 1], [1, NaN, 9]];
  for (const [actual, expected, tolerance] of [...apart, [1, Infinity], [-Infinity, Infinity]] as typeof apart) {
    assertThrows(() => assertAlmostEquals(actual, expected, tolerance), AssertionError, "to be close to");
  }
});

Deno.test("assertStringIncludes() finds the part and throws for what is not there", () => {
  assertStringIncludes("abc", "bc");
  assertStringIncludes("abc", "");
  assertThrows(() => assertStringIncludes("abc", "ac"), AssertionError, 'Expected actual: "abc" to contain: "ac"');
});

Deno.test("assertThrows() returns the error with its class as the type", () => {
  const error = assertThrows(() => fail(new SyntaxError("bad text")), SyntaxError, "bad");
  assertEquals(error.message, "bad text");
  assertEquals(assertThrows(() => fail(new TypeError("x")), Error) instanceof TypeError, true);
  assertEquals(assertThrows(() => fail("not an error")), "not an error");
  assertEquals(assertThrows(() => fail("not an error"), "a message"), "not an error");
});

Deno.test("assertThrows() throws for no error, another class, another text and what is no error", () => {
  const nothing = () => {};
  assertThrows(() => assertThrows(nothing), AssertionError, "Expected function to throw.");
  assertThrows(() => assertThrows(nothing, Error), AssertionError, "Expected function to throw.");
  assertThrows(() => assertThrows(nothing, "why"), AssertionError, "Expected function to throw: why");
  const other = () => assertThrows(() => fail(new TypeError("a")), RangeError);
  assertThrows(other, AssertionError, 'Expected error to be instance of "RangeError", but was "TypeError".');
  const text = () => assertThrows(() => fail(new TypeError("a")), TypeError, "b");
  assertThrows(text, AssertionError, 'Expected error message to include "b", but got "a".');
  const value = () => assertThrows(() => fail("a"), Error);
  assertThrows(value, AssertionError, "A non-Error object was thrown.");
});

Deno.test("assertRejects() resolves to the error with its class as the type", async () => {
  const error = await assertRejects(() => Promise.reject(new SyntaxError("bad text")), SyntaxError, "bad");
  assertEquals(error.message, "bad text");
  assertEquals(await assertRejects(() => Promise.reject("not an error")), "not an error");
});

Deno.test("assertRejects() rejects for a value, another class, another text, and an error before the promise", async () => {
  const value = () => assertRejects(() => Promise.resolve(1));
  await assertRejects(value, AssertionError, "Expected function to reject.");
  const other = () => assertRejects(() => Promise.reject(new TypeError("a")), RangeError);
  await assertRejects(other, AssertionError, 'Expected error to be instance of "RangeError", but was "TypeError".');
  const text = () => assertRejects(() => Promise.reject(new TypeError("a")), TypeError, "b");
  await assertRejects(text, AssertionError, 'Expected error message to include "b", but got "a".');
  const early = () => assertRejects(() => fail(new TypeError("a")), TypeError);
  await assertRejects(early, AssertionError, "Function throws when expected to reject.");
});

function fail(error: unknown): never {
  throw error;
}

function cycle(value: number): object {
  const made = { value, self: {} };
  made.self = made;
  return made;
}
