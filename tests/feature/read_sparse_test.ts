import { assertEquals } from "@std/assert";
import { readSparse } from "../../lib/feature/read_sparse.ts";

Deno.test("readSparse() returns what is in order as it is", () => {
  for (
    const features of [
      { indices: [0, 3, 4], values: [1, -2, 1e-45] },
      { indices: Uint32Array.of(1, 4), values: Float32Array.of(0.5, 1) },
      { indices: [], values: [] },
    ]
  ) assertEquals(readSparse(features, 5, "features") === features, true);
});

Deno.test("readSparse() sorts the positions and leaves zeros out", () => {
  const read = (indices: number[], values: number[]) => readSparse({ indices, values }, 300, "features");
  assertEquals(read([200, 3, 30], [1, 2, 3]), { indices: [3, 30, 200], values: [2, 3, 1] });
  assertEquals(read([1, 2, 3], [0, 5, -0]), { indices: [2], values: [5] });
  assertEquals(read([1, 2], [1e-46, 5]), { indices: [2], values: [5] }); // 0 in float32
});
