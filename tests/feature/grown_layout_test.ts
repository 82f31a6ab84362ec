import { assertEquals } from "@std/assert";
import { grownLayout } from "../../lib/feature/grown_layout.ts";
import { blocksOf, type Layout } from "../../lib/feature/layout.ts";
import { indexOf } from "./index_of.ts";

const shown = (layout: Layout) => blocksOf(layout).map((block) => Object.values(block).join(" "));

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
