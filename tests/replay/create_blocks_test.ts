import { assert, assertEquals } from "@std/assert";
import { type Blocks, createBlocks } from "../../lib/replay/create_blocks.ts";
import { nextRandom } from "../../lib/random/mod.ts";

const list = createBlocks<number>(100); // 32 wide

const filled = (count: number) => Array.from({ length: count }, (_, i) => i).reduce<Blocks<number>>(list.push, []);

Deno.test("createBlocks() fills a block before the next", () => {
  assertEquals(list.size([]), 0);
  assertEquals(filled(3), [[0, 1, 2]]);
  assertEquals(filled(70).map((block) => block.length), [32, 32, 6]);
  assertEquals(list.at(filled(70), 65), 65);
});

Deno.test("createBlocks() does what an array does", () => {
  let seed = 1;
  const below = (count: number) => {
    const [value, next] = nextRandom(seed);
    seed = next;
    return Math.floor(value * count);
  };
  let [blocks, plain]: [Blocks<number>, number[]] = [[], []];
  for (let i = 0; i < 3000; i++) {
    const action = below(plain.length > 120 ? 6 : 12);
    const place = below(plain.length);
    if (action === 0 && plain.length > 0) [blocks, plain] = [list.pop(blocks), plain.slice(0, -1)];
    else if (action === 1) [blocks, plain] = [list.drop(blocks, place), plain.slice(place)];
    else if (action <= 4 && plain.length > 0) [blocks, plain] = [list.set(blocks, place, i), plain.with(place, i)];
    else [blocks, plain] = [list.push(blocks, i), [...plain, i]];
    assertEquals(blocks.flat(), plain);
    assertEquals(list.size(blocks), plain.length);
    assertEquals(plain.map((_, at) => list.at(blocks, at)), plain);
    assert(
      blocks.every((block, at) => block.length > 0 && (at === 0 || at + 1 === blocks.length || block.length === 32)),
    );
  }
});

Deno.test("createBlocks() shares all blocks but the one that changes", () => {
  const blocks = filled(100);
  for (const [next, changed] of [[list.set(blocks, 40, 7), 1], [list.push(blocks, 7), 3]] as const) {
    assertEquals(next.map((block, i) => block === blocks[i]), [0, 1, 2, 3].map((i) => i !== changed));
  }
  assertEquals(blocks, filled(100));
});

Deno.test("createBlocks() makes blocks of the square root of the capacity", () => {
  const wide = createBlocks<number>(10_000);
  const blocks = Array.from({ length: 250 }, (_, i) => i).reduce<Blocks<number>>(wide.push, []);
  assertEquals(blocks.map((block) => block.length), [100, 100, 50]);
});

Deno.test("createBlocks() drops nothing, one, and all", () => {
  assertEquals(list.drop([], 3), []);
  assertEquals(list.drop(filled(3), 0), [[0, 1, 2]]);
  assertEquals(list.drop(filled(33), 32), [[32]]);
  assertEquals(list.drop(filled(33), 33), []);
  assertEquals(list.pop([[1]]), []);
});
