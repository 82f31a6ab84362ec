import { assertEquals } from "@std/assert";
import { createSlab } from "../../lib/learner/create_slab.ts";

Deno.test("createSlab() gives arrays of zeros that do not overlap", () => {
  const next = createSlab(3);
  const arrays = Array.from({ length: 1000 }, (_, i) => {
    const array = next();
    assertEquals([...array], [0, 0, 0]);
    return array.fill(i);
  });
  assertEquals(arrays.map((array) => [...array]), arrays.map((_, i) => [i, i, i]));
  assertEquals(new Set(arrays.map(({ buffer }) => buffer)).size, 12); // 85 in each
});

Deno.test("createSlab() gives arrays of its own to each", () => {
  const [one, two] = [createSlab(2)(), createSlab(2)()];
  assertEquals(one.buffer === two.buffer, false);
});
