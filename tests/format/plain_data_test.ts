import { createNetwork, SnapshotError } from "@backstream/backstream";
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

const network = createNetwork({ inputs: 2, layers: [{ units: 1 }], seed: 1 });

/** The value after it was text, packed. */
function carriedPacked(value: unknown): unknown {
  const { json, tensors } = toJson(value, "state", { network });
  const all = new Map(tensors.map(({ name, data }) => [name, data]));
  return fromJson(JSON.parse(JSON.stringify(json)), all, { network });
}

Deno.test("toJson() with a network packs lists of numbers and of arrays, small arrays, and rows", () => {
  const numbers = [1, 2, 3, 4, 5, 6, 7, 0.5];
  const vectors = numbers.map((x) => Float32Array.of(x, -x));
  const rows = numbers.map((x) => ({ x, name: "a" }));
  const value = { numbers, vectors, rows, small: Float32Array.of(9), large: new Float64Array(65), few: [1, 2] };
  const { json, tensors } = toJson(value, "state", { network });
  assertEquals(json, {
    numbers: { $numbers: 8 },
    vectors: { $packed: ["F32", 2, 8] },
    rows: { $columns: [["x", { $numbers: 8 }], ["name", numbers.map(() => "a")]] },
    small: { $packed: ["F32", 1] },
    large: { $tensor: "state.large" },
    few: [1, 2],
  });
  assertEquals(tensors.map(({ name, shape }) => [name, ...shape]), [
    ["state.large", 65],
    ["state.packed.F64", 16],
    ["state.packed.F32", 17],
  ]);
  assertEquals(carriedPacked(value), value);
});

Deno.test("toJson() with a network writes each network once, as its shape and its block", () => {
  const other = createNetwork({ inputs: 1, layers: [{ units: 2, activation: "tanh" }], cost: "huber", seed: 2 });
  const value = { a: network, b: other, rows: Array.from({ length: 9 }, () => ({ own: other, also: network })) };
  const { json } = toJson(value, "state", { network });
  const shape = { inputs: 1, layers: [{ units: 2, activation: "tanh" }], cost: "huber" };
  assertEquals((json as typeof value).a, { $network: 0 } as unknown);
  assertEquals((json as typeof value).b, { $network: shape, parameters: { $packed: ["F32", 4] } } as unknown);
  assertEquals((json as typeof value).rows, {
    $columns: [["own", Array(9).fill({ $network: 1 })], ["also", Array(9).fill({ $network: 0 })]],
  } as unknown);
  const back = carriedPacked(value) as typeof value;
  assertEquals(back, value);
  assertEquals([back.a === network, back.rows[3].own === back.b], [true, true]);
  const [{ weights }] = back.b.layers;
  assertEquals((weights as Float32Array).buffer === (back.b.parameters as Float32Array).buffer, true);
});

Deno.test("fromJson() with a network gives back every bit of lists that are nearly alike", () => {
  const many = <T>(one: (i: number) => T, length = 9) => Array.from({ length }, (_, i) => one(i));
  const lists = [
    many((i) => i === 8 ? null : i),
    many(() => null),
    many((i) => i === 0 ? null : Float32Array.of(i)),
    many((i) => new Float32Array(i)),
    many(() => new Float32Array(0)),
    many((i) => i % 2 === 0 ? new Float32Array(1) : new Float64Array(1)),
    many((i) => [NaN, -0, Infinity, -Infinity, 0.1][i % 5]),
    many((i) => i === 4 ? { a: 1, b: 2 } : { a: 1 }),
    many((i) => i === 4 ? { b: 1, a: 2 } : { a: 1, b: 2 }),
    many(() => ({})),
    many((i) => ({ $number: i })),
    many((i) => ({ "2": i, "1": many((j) => i * j), deep: { list: [i, [NaN]] } })),
    many((i) => many((j) => ({ i, j }))),
    many((i) => JSON.parse(`{"__proto__":${i}}`)),
    many((i) => i, 7),
  ];
  for (const list of lists) {
    const back = carriedPacked({ list }) as { list: unknown[] };
    assertEquals(back, { list });
    list.forEach((item, i) => assert(typeof item !== "number" || Object.is(item, back.list[i])));
  }
});

Deno.test("fromJson() with a network refuses marks that toJson() does not make", () => {
  const tensors = () => new Map<string, Tensor>([["state.packed.F32", new Float32Array(9)]]);
  const message = (json: unknown) => {
    const { message } = assertThrows(() => fromJson(json, tensors(), { network }), SnapshotError);
    return message.replace("Cannot decode snapshot as it must ", "");
  };
  const pairs = "hold a type, a length and perhaps a count under $packed: current value is";
  for (const wrong of [null, [], ["F16", 1], ["F32"], ["F32", -1], ["F32", 0, 1], ["F32", 1, 0], ["F32", 1, 0.5]]) {
    assertEquals(message({ $packed: wrong }), `${pairs} ${JSON.stringify(wrong)}`);
  }
  const more = (count: number) => `hold ${count} more numbers in the tensor state.packed.F32: current value is 9`;
  assertEquals(message({ $packed: ["F32", 10] }), more(10));
  assertEquals(message({ $packed: ["F32", 2 ** 30, 2 ** 30] }), more(2 ** 60));
  for (const wrong of [0, -1, 0.5, "8", null]) {
    assertEquals(message({ $numbers: wrong }), `hold a count under $numbers: current value is ${wrong}`);
  }
  const columns = "hold pairs of a key and a list, all of one length, under $columns: current value is";
  for (const wrong of [5, [], [["a"]], [["a", 1]], [["a", [1]], ["b", [1, 2]]], [["a", [1]], ["b", { length: 1 }]]]) {
    assertEquals(message({ $columns: wrong }), `${columns} ${JSON.stringify(wrong)}`);
  }
  for (const wrong of [1, -1, 0.5]) {
    assertEquals(
      message({ $network: wrong }),
      `name a network that stands before it under $network: current value is ${wrong}`,
    );
  }
  assertEquals(message({ $network: "length" }), "hold an object as network: current value is length");
});

Deno.test("fromJson() with a network refuses networks that are put together of parts that could contradict each other", () => {
  const parts = { inputs: 1, layers: [], cost: "quadratic", parameters: { $packed: ["F32", 2] } };
  const tensors = new Map<string, Tensor>([["state.packed.F32", new Float32Array(2)]]);
  const text = "hold each network as its shape and its parameters, under $network: current value is one of parts";
  assertThrows(() => fromJson({ a: parts }, tensors, { network }), SnapshotError, text);
});

Deno.test("fromJson() without a network knows none of the marks of packing", () => {
  const value = { $packed: ["F32", 1], $numbers: 3, $columns: 1, $network: 0 };
  assertEquals(fromJson(value, new Map()), value);
});
