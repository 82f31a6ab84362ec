import { assertEquals } from "@std/assert";
import { type Block, BLOCK_KINDS, blocksOf, packedBlocks } from "../../lib/feature/layout.ts";

const none = { names: [], types: [], categories: [] };

Deno.test("blocksOf() and packedBlocks() undo each other", () => {
  const blocks = BLOCK_KINDS.map((kind, i): Block => ({ field: i % 3, kind, place: i - 1, size: i + 1 }));
  assertEquals(blocksOf({ ...none, blocks: packedBlocks(blocks) }), blocks);
  assertEquals(blocksOf({ ...none, blocks: packedBlocks([]) }), []);
});

Deno.test("packedBlocks() takes four numbers a block; their meaning is kept for good, as snapshots hold them", () => {
  assertEquals([...packedBlocks([{ field: 2, kind: "category", place: 5, size: 1 }])], [2, 3, 5, 1]);
  const kinds = "number elements sparse category buckets words cycle moment missing";
  assertEquals(BLOCK_KINDS.join(" "), kinds);
});
