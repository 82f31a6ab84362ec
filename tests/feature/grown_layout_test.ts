import { assertEquals, assertThrows } from "@std/assert";
import { grownLayout, initialLayout } from "../../lib/feature/grown_layout.ts";
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

Deno.test("grownLayout() returns the same layout if nothing is new", () => {
  const index = indexOf(["a numeric", "c categorical"], ["0 number 0 1", "1 category 0 1"], {
    categories: [[], ["x"]],
  });
  assertEquals(grownLayout(index, { c: "x", a: 3 }) === index.layout, true);
  assertEquals(grownLayout(index, { c: "x", a: 3, z: null }) === index.layout, true);
});

Deno.test("grownLayout() adds fields, categories, and columns of missing values at the end", () => {
  const index = indexOf(["a numeric", "c categorical"], ["0 number 0 1", "1 category 0 1"], {
    categories: [[], ["x"]],
  });
  const layout = grownLayout(index, { c: "y", b: true, v: [1, NaN] });
  assertEquals([layout.names, layout.types, layout.categories], [
    ["a", "c", "b", "v"],
    ["numeric", "categorical", "boolean", "vector"],
    [[], ["x", "y"], [], []],
  ]);
  const added = ["2 number 0 1", "3 elements 0 2", "0 missing -1 1", "1 category 1 1", "3 missing 1 1"];
  assertEquals(shown(layout), ["0 number 0 1", "1 category 0 1", ...added]);
  assertEquals(shown(index.layout), ["0 number 0 1", "1 category 0 1"]);
});

Deno.test("grownLayout() makes hash buckets once there are too many categories", () => {
  const schema = { fields: [], open: true, hashBits: 3 };
  const index = indexOf(["c categorical"], ["0 category 0 1"], { categories: [["x"]], maxCategories: 1, schema });
  const layout = grownLayout(index, { c: "y" });
  assertEquals([shown(layout), layout.categories], [["0 category 0 1", "0 buckets 0 8"], [["x"]]]);
});
