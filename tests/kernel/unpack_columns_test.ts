import { assertEquals } from "@std/assert";
import { layOutNetwork } from "../../lib/kernel/simd_layout.ts";
import { unpackColumns } from "../../lib/kernel/unpack_columns.ts";

Deno.test("unpackColumns() gives weights row by row and then the biases, layer by layer", () => {
  const layers = [{ units: 2, activation: "relu" }, { units: 1, activation: "identity" }];
  const { tables: [records], blockBytes } = layOutNetwork({ inputs: 3, layers, memories: 0 });
  const columns = new Float32Array(blockBytes / 4);
  columns.set([10, 20, 0, 0, 11, 21, 0, 0, 12, 22, 0, 0, 13, 23, 0, 0]); // biases, then a column for each input
  columns.set([30, 31, 32], 16); // a single unit has columns of one number
  assertEquals([...unpackColumns(columns, records)], [11, 12, 13, 21, 22, 23, 10, 20, 31, 32, 30]);
});
