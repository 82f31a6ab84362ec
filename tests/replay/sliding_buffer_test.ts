import { slidingBuffer } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

for (const capacity of [1, 5, 32, 33, 100, 1500]) {
  Deno.test(`slidingBuffer() holds the newest ${capacity}, the oldest first`, () => {
    const buffer = slidingBuffer<number>({ capacity });
    let state = buffer.init();
    for (const item of numbers(2000)) {
      state = buffer.add(state, item);
      assertEquals(buffer.size(state), Math.min(item + 1, capacity));
    }
    assertEquals(state.blocks.flat(), numbers(2000).slice(-capacity));
    assertEquals(buffer.bytes(state), 8 * capacity);
  });
}

Deno.test("slidingBuffer() lets the oldest go until the bytes fit, and leaves out what never fits", () => {
  const buffer = slidingBuffer<string>({ capacity: 4, maxBytes: 10, bytesOf: (text) => text.length });
  let state = ["aa", "bb", "cc", "dd"].reduce(buffer.add, buffer.init());
  state = buffer.add(state, "eeeee"); // aa has to go for its place, bb for its bytes
  assertEquals([state.blocks.flat(), buffer.bytes(state)], [["cc", "dd", "eeeee"], 9]);
  assert(buffer.add(state, "f".repeat(11)) === state);
  state = buffer.add(state, "f".repeat(10));
  assertEquals([state.blocks.flat(), buffer.bytes(state)], [["f".repeat(10)], 10]);
  state = buffer.add(state, "");
  assertEquals(state.blocks.flat(), ["f".repeat(10), ""]);
});

Deno.test("slidingBuffer() shrinks to its newest items", () => {
  const buffer = slidingBuffer<number>({ capacity: 100 });
  const state = numbers(250).reduce(buffer.add, buffer.init());
  for (const newest of [0, 1, 31, 50, 99, 100, 1000]) {
    const shrunk = buffer.shrink(state, newest);
    const kept = Math.min(newest, 100);
    assertEquals(shrunk.blocks.flat(), numbers(250).slice(250 - kept));
    assertEquals(buffer.bytes(shrunk), 8 * kept);
    const again = numbers(300).reduce(buffer.add, shrunk);
    assertEquals(again.blocks.flat(), numbers(300).slice(200));
  }
});

Deno.test("slidingBuffer() keeps the very items", () => {
  const buffer = slidingBuffer<Float64Array>({ capacity: 2 });
  const item = Float64Array.of(1, 2);
  const [items] = buffer.sample(buffer.add(buffer.init(), item), 1);
  assert(items[0] === item);
});
