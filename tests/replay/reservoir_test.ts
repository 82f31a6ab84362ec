import { reservoir, type ReservoirState } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
const itemsOf = <Item>({ blocks }: ReservoirState<Item>) => blocks.flat().map(({ item }) => item);

Deno.test("reservoir() holds everything until it is full", () => {
  const buffer = reservoir<number>({ capacity: 50, seed: 3 });
  assertEquals(itemsOf(numbers(50).reduce(buffer.add, buffer.init())), numbers(50));
  const state = numbers(500).reduce(buffer.add, buffer.init());
  const items = itemsOf(state);
  assertEquals([items.length, new Set(items).size, state.seen, buffer.bytes(state)], [50, 50, 500, 400]);
  assert(state.blocks.flat().every(({ item, serial }) => item === serial));
});

Deno.test("reservoir() of one holds the second of two in half of all runs, and the third of three in a third", () => {
  for (const count of [2, 3]) {
    let last = 0;
    for (let seed = 0; seed < 10_000; seed++) {
      const buffer = reservoir<number>({ capacity: 1, seed: seed * 7919 });
      if (itemsOf(numbers(count).reduce(buffer.add, buffer.init()))[0] === count - 1) last++;
    }
    const [share, deviation] = [1 / count, Math.sqrt((1 / count) * (1 - 1 / count) / 10_000)];
    assert(Math.abs(last / 10_000 - share) < 4 * deviation, `${last}`);
  }
});

/**
 * Pearson's chi-square of how often each of `count` items is in a full buffer of k over many seeds. For a sample without
 * replacement it is that of count - 1 degrees of freedom, times 1 - k / count; mean 1 and standard deviation
 * sqrt(2 / (count - 1)) when divided by both.
 */
function distance(count: number, runs: number, run: (seed: number) => number[]): number {
  const counts = Array(count).fill(0);
  let held = 0;
  for (let seed = 0; seed < runs; seed++) {
    const items = run(seed * 7919);
    held += items.length;
    for (const item of items) counts[item]++;
  }
  const expected = held / count;
  const sum = counts.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
  return sum / (count - 1) / (1 - held / runs / count);
}

Deno.test("reservoir() holds each item with the same probability: chi-square within 4 standard deviations", () => {
  const actual = distance(200, 2000, (seed) => {
    const buffer = reservoir<number>({ capacity: 20, seed });
    return itemsOf(numbers(200).reduce(buffer.add, buffer.init()));
  });
  assert(Math.abs(actual - 1) < 4 * Math.sqrt(2 / 199), `${actual}`);
});

Deno.test("reservoir() holds each item with the same probability where the bytes are the bound", () => {
  const actual = distance(200, 2000, (seed) => {
    const buffer = reservoir<number>({ capacity: 1000, maxBytes: 163, seed });
    const state = numbers(200).reduce(buffer.add, buffer.init());
    assertEquals(buffer.bytes(state), 160);
    return itemsOf(state);
  });
  assert(Math.abs(actual - 1) < 4 * Math.sqrt(2 / 199), `${actual}`);
});

Deno.test("reservoir() holds the early and the late about alike where items differ in size", () => {
  const runs = 1000;
  const thirds = [0, 0, 0];
  for (let seed = 0; seed < runs; seed++) {
    const buffer = reservoir<number>({ capacity: 100, maxBytes: 120, seed, bytesOf: (item) => 1 + item * 7 % 5 });
    for (const item of itemsOf(numbers(300).reduce(buffer.add, buffer.init()))) {
      thirds[Math.floor(item / 100)] += 1 / runs;
    }
  }
  const mean = (thirds[0] + thirds[1] + thirds[2]) / 3;
  assert(thirds.every((third) => Math.abs(third - mean) < 0.1 * mean), `${thirds}`);
});

Deno.test("reservoir() never passes its bytes, to the last one, and leaves out what never fits", () => {
  const bytesOf = (text: string) => text.length;
  const buffer = reservoir<string>({ capacity: 40, maxBytes: 100, seed: 1, bytesOf });
  let state = buffer.init();
  for (let i = 0; i < 5000; i++) {
    const next = buffer.add(state, "x".repeat(i * i % 103));
    assert(i * i % 103 <= 100 || next === state);
    state = next;
    assertEquals(buffer.bytes(state), itemsOf(state).reduce((sum, text) => sum + text.length, 0));
    assertEquals(buffer.size(state), itemsOf(state).length);
    assert(buffer.bytes(state) <= 100 && buffer.size(state) <= 40);
  }
  assert(buffer.size(state) > 0);
});

Deno.test("reservoir() shrinks to its newest items, forgets what came before, and fills at once", () => {
  const buffer = reservoir<number>({ capacity: 100, seed: 1 });
  const state = numbers(5000).reduce(buffer.add, buffer.init());
  const newest = itemsOf(state).toSorted((a, b) => a - b);
  for (const count of [0, 1, 40, 99]) {
    const shrunk = buffer.shrink(state, count);
    assertEquals(itemsOf(shrunk), newest.slice(100 - count));
    assertEquals([shrunk.seen, buffer.bytes(shrunk)], [count, 8 * count]);
    const filled = numbers(100 - count).reduce(buffer.add, shrunk);
    assertEquals(itemsOf(filled), [...newest.slice(100 - count), ...numbers(100 - count)]);
  }
  assert(buffer.shrink(state, 100) === state);
});

Deno.test("reservoir() goes on from a buffer that shrank as from one that started: chi-square within 4 deviations", () => {
  const actual = distance(200, 2000, (seed) => {
    const buffer = reservoir<number>({ capacity: 20, seed });
    const full = Array(300).fill(-1).reduce(buffer.add, buffer.init());
    return itemsOf(numbers(200).reduce(buffer.add, buffer.shrink(full, 0)));
  });
  assert(Math.abs(actual - 1) < 4 * Math.sqrt(2 / 199), `${actual}`);
});
