import { assertEquals } from "@std/assert";
import { bucketsIn, grown, growthOf } from "../../lib/feature/growth.ts";
import { indexOf } from "./index_of.ts";

const index = indexOf(["c categorical", "d categorical"], ["0 category 0 1", "1 category 0 1"], {
  categories: [["x"], ["y"]],
  maxWidth: 10,
});

Deno.test("grown() adds fields, categories and columns at the end, and changes nothing that it is given", () => {
  const growth = growthOf(index);
  assertEquals(growth.room, 8);
  growth.names.push("n");
  growth.types.push("numeric");
  growth.categories.set(1, ["z"]);
  growth.blocks.push({ field: 2, kind: "number", place: 0, size: 1 }, {
    field: 1,
    kind: "category",
    place: 1,
    size: 1,
  });
  const before = structuredClone(index.layout);
  const layout = grown(index.layout, growth);
  assertEquals(layout, {
    names: ["c", "d", "n"],
    types: ["categorical", "categorical", "numeric"],
    categories: [["x"], ["y", "z"], []],
    blocks: Int32Array.of(...index.layout.blocks, 2, 0, 0, 1, 1, 3, 1, 1),
  });
  assertEquals(layout.categories[0] === index.layout.categories[0], true);
  assertEquals(index.layout, before);
});

Deno.test("grown() returns the same layout if nothing was added", () => {
  assertEquals(grown(index.layout, growthOf(index)) === index.layout, true);
});

Deno.test("bucketsIn() gives as many buckets as wanted, or the greatest power of 2 that fits", () => {
  assertEquals(
    [[8, 3], [100, 3], [7, 3], [1, 3], [5, 0], [0, 3], [-1, 3]].map(([room, bits]) => bucketsIn(room, bits)),
    [
      ...[8, 8, 4, 1, 1, 0, 0],
    ],
  );
});
