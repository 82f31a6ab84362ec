import { assertEquals } from "@std/assert";
import { describeColumns, describeSchema } from "../../lib/feature/describe_columns.ts";
import { indexOf } from "./index_of.ts";

Deno.test("describeColumns() names each column for people", () => {
  const index = indexOf(["n numeric", "c categorical", "t timestamp", " vector", "w text", "s vector"], [
    ...["0 number 0 1", "1 category 0 1", "1 buckets 0 2", "2 cycle 1 2", "2 moment 5 1", "3 elements 0 2"],
    ...["4 words 0 1", "5 sparse 0 1", "5 sparse 1 2", "0 missing -1 1", "3 missing 1 1"],
  ], { categories: [[], ["Paris"]] });
  assertEquals(describeColumns(index).map(({ name }) => name), [
    ...["n", "c=Paris", "c#0", "c#1", "t weekday sin", "t weekday cos", "t trend", "[0]", "[1]"],
    ...["w#0", "s[0]", "s[1]", "s[2]", "n missing", "[1] missing"],
  ]);
  assertEquals(describeColumns(index)[1], { name: "c=Paris", field: "c", kind: "category" });
});

Deno.test("describeSchema() adds to the schema what was learned", () => {
  const schema = { fields: [{ name: "c", type: "categorical" as const, maxCategories: 3 }], open: true, hashBits: 4 };
  const index = indexOf(["c categorical", "v vector", "s vector", "n numeric"], [
    ...["0 category 0 1", "1 elements 0 2", "2 sparse 0 4", "3 number 0 1"],
  ], { categories: [["x"]], schema });
  assertEquals(describeSchema(index), {
    fields: [
      { name: "c", type: "categorical", maxCategories: 3, categories: ["x"] },
      { name: "v", type: "vector", length: 2 },
      { name: "s", type: "vector", length: 4, sparse: true },
      { name: "n", type: "numeric" },
    ],
    open: true,
    hashBits: 4,
  });
});
