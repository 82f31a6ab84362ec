import { SnapshotError } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { fromJson, toJson } from "../../lib/format/plain_data.ts";
import type { Tensor } from "../../lib/format/tensor_types.ts";

/** The value after it was text. */
function carried(value: unknown): unknown {
  const { json, tensors } = toJson(value, "state");
  return fromJson(JSON.parse(JSON.stringify(json)), new Map(tensors.map(({ name, data }) => [name, data])));
}

Deno.test("toJson() marks typed arrays and the numbers that JSON does not have", () => {
  const sum = Float32Array.of(1, 2);
  const { json, tensors } = toJson({ step: 3, sum, low: -Infinity, list: [NaN, -0, "a", true, null] }, "state");
  assertEquals(json, {
    step: 3,
    sum: { $tensor: "state.sum" },
    low: { $number: "-Infinity" },
    list: [{ $number: "NaN" }, { $number: "-0" }, "a", true, null],
  });
  assertEquals(tensors, [{ name: "state.sum", shape: [2], data: sum }]);
});

Deno.test("fromJson() gives back what toJson() was given, every bit of it", () => {
  const values = [
    { optimizer: [{ step: 1, mean: Float32Array.of(NaN, -0, Infinity) }, { step: 2 }], samples: 7 },
    [NaN, Infinity, -Infinity, -0, 0, 1e-310, 2 ** 60, 0.1],
    [Float64Array.of(0.1), Uint8Array.of(255), Int8Array.of(-1), new Float32Array(0)],
    { "": "empty", "ü\n": "any key" },
    [[], {}, [[]], null, "", false],
    5,
  ];
  for (const value of values) assertEquals(carried(value), value);
  assert(Object.is((carried([-0]) as number[])[0], -0));
});

Deno.test("fromJson() tells marks from data that looks like one", () => {
  const values = [{ $number: "NaN" }, { $tensor: "x", other: 1 }, { $entries: [["a", 1]] }, { a: { $number: 1 } }];
  for (const value of values) assertEquals(carried(value), value as unknown);
});

Deno.test("toJson() gives tensors whose paths would be the same names of their own", () => {
  const value = { "a.b": Float32Array.of(1), a: { b: Float32Array.of(2) }, "a.b'": Float32Array.of(3) };
  assertEquals(new Set(toJson(value, "state").tensors.map(({ name }) => name)).size, 3);
  assertEquals(carried(value), value);
});

Deno.test("fromJson() keeps the key __proto__ a key", () => {
  const value = JSON.parse('{"__proto__":{"polluted":1}}');
  const back = carried(value) as Record<string, unknown>;
  assertEquals(Object.keys(back), ["__proto__"]);
  assertEquals([back.polluted, ({} as Record<string, unknown>).polluted], [undefined, undefined]);
});

Deno.test("toJson() leaves out what is undefined", () => {
  assertEquals(toJson({ a: undefined, b: 1 }, "state"), { json: { b: 1 }, tensors: [] });
});

Deno.test("toJson() refuses what is not plain data, and says where it is", () => {
  const current = (value: unknown) => assertThrows(() => toJson({ a: [0, value] }, "state"), TypeError).message;
  const text = "Cannot encode state.a.1 as state must be plain data: current value is";
  assertEquals(current(5n), `${text} 5`);
  assertEquals(current(new Map()), `${text} [object Map]`);
  assertEquals(current(Symbol("s")), `${text} Symbol(s)`);
  assertEquals(current(undefined), `${text} undefined`);
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  const { message } = assertThrows(() => toJson(cyclic, "state"), TypeError);
  assertEquals(message, "Cannot encode state as it must nest at most 64 levels deep");
});

Deno.test("fromJson() refuses marks that toJson() does not make", () => {
  const message = (json: unknown, tensors: [string, Tensor][] = []) =>
    assertThrows(() => fromJson(json, new Map(tensors)), SnapshotError).message;
  const start = "Cannot decode snapshot as it must";
  assertEquals(
    message({ $number: "5" }),
    `${start} mark numbers with one of NaN, Infinity, -Infinity, -0: current value is 5`,
  );
  assertEquals(
    message({ $number: { toString: 1 } }),
    `${start} mark numbers with one of NaN, Infinity, -Infinity, -0: current value is {"toString":1}`,
  );
  assertEquals(
    message({ $tensor: "a" }),
    `${start} hold the tensor "a" that its state names once: current value is missing`,
  );
  assertEquals(
    message([{ $tensor: "a" }, { $tensor: "a" }], [["a", Float32Array.of(1)]]),
    `${start} hold the tensor "a" that its state names once: current value is missing`,
  );
  assertEquals(
    message({ $entries: [["a", 1], ["b"]] }),
    `${start} hold pairs of a key and a value under $entries: current value is [["a",1],["b"]]`,
  );
});

Deno.test("fromJson() refuses data that nests deeper than any state does", () => {
  const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth));
  fromJson(nested(65), new Map());
  for (const depth of [66, 100_000]) {
    const text = "nest its state at most 64 levels deep: current value is deeper";
    assertThrows(() => fromJson(nested(depth), new Map()), SnapshotError, text);
  }
});
