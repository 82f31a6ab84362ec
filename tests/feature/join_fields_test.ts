import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { initialLayout, joinFields } from "../../lib/feature/join_fields.ts";
import { blocksOf, type Layout } from "../../lib/feature/layout.ts";
import { indexOf } from "./index_of.ts";

const shown = (layout: Layout) => blocksOf(layout).map((block) => Object.values(block).join(" "));

Deno.test("initialLayout() has the columns that a schema tells of", () => {
  const layout = initialLayout(indexOf([], [], {
    schema: {
      fields: [
        { name: "a", type: "numeric", indicator: true },
        { name: "b", type: "categorical", categories: ["x", "y"] },
        { name: "c", type: "text", hashBits: 4 },
        { name: "d", type: "timestamp", parts: ["month", "year"] },
        { name: "e", type: "vector" },
        { name: "f", type: "vector", length: 3 },
        { name: "g", type: "vector", length: 4, sparse: true },
      ],
    },
  }));
  assertEquals(layout.names, ["a", "b", "c", "d", "e", "f", "g"]);
  assertEquals(layout.categories[1], ["x", "y"]);
  assertEquals(shown(layout), [
    ...["0 number 0 1", "0 missing -1 1", "1 category 0 1", "1 category 1 1", "2 words 0 16", "3 cycle 3 2"],
    ...["3 moment 4 1", "5 elements 0 3", "6 sparse 0 4"],
  ]);
});

Deno.test("initialLayout() throws if there are more columns than there may be", () => {
  const schema = { fields: ["a", "b", "c"].map((name) => ({ name, type: "numeric" as const })) };
  assertThrows(
    () => initialLayout(indexOf([], [], { schema, maxWidth: 2 })),
    RangeError,
    "Cannot create feature encoder as its fields must have at most 2 columns",
  );
});

Deno.test("joinFields() adds the fields that have a value, in the order of the record", () => {
  const index = indexOf(["a numeric"], ["0 number 0 1"]);
  const layout = joinFields(index, { z: "x", a: 1, none: null, y: [1, 2], x: { indices: [5], values: [1] } });
  assertEquals([layout.names, layout.types], [["a", "z", "y", "x"], ["numeric", "categorical", "vector", "vector"]]);
  assertEquals([shown(layout), layout.categories], [
    ["0 number 0 1", "1 category 0 1", "2 elements 0 2"],
    [[], ["x"], [], []],
  ]);
});

Deno.test("joinFields() returns the same layout if there is nothing to add, or no room", () => {
  const full = indexOf(["a numeric"], ["0 number 0 1"], { maxWidth: 1 });
  const many = indexOf(["a numeric"], ["0 number 0 1"], { maxFields: 1 });
  const record = { a: 1, b: 2, c: [1, 2], d: "x", e: new Date(0), f: "a text of many words, and of 32 characters" };
  for (const index of [full, many]) assertEquals(joinFields(index, record) === index.layout, true);
  assertEquals(joinFields(full, { a: 1, b: NaN }) === full.layout, true);
});

Deno.test("joinFields() throws if features are an array that is too long", () => {
  assertThrows(
    () => joinFields(indexOf([], [], { maxWidth: 2 }), { "": [1, 2, 3] }),
    SampleError,
    "Cannot use features as it must hold at most 2 numbers: current value is an array of length 3",
  );
});
