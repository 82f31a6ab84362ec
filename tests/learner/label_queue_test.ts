import { nextRandom } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { createLabelQueue } from "../../lib/learner/label_queue.ts";

function drain<T>(next: () => T | undefined): T[] {
  const items: T[] = [];
  for (let item = next(); item !== undefined; item = next()) items.push(item);
  return items;
}

Deno.test("createLabelQueue() gives back what is due, the first first", () => {
  const queue = createLabelQueue<string>();
  for (const [due, item] of [[5, "e"], [2, "b"], [9, "i"], [1, "a"]] as const) queue.add(due, item);
  assertEquals(drain(() => queue.next(4)), ["a", "b"]);
  queue.add(3, "c");
  assertEquals(drain(() => queue.next(5)), ["c", "e"]);
  assertEquals(drain(() => queue.next(Infinity)), ["i"]);
  assertEquals(queue.next(Infinity), undefined);
});

Deno.test("createLabelQueue() keeps the order of what is due at the same time, at infinity too", () => {
  const queue = createLabelQueue<number>();
  for (let i = 0; i < 20; i++) queue.add(i % 2 === 0 ? 7 : Infinity, i);
  const even = Array.from({ length: 10 }, (_, i) => 2 * i);
  assertEquals(drain(() => queue.next(Infinity)), [...even, ...even.map((i) => i + 1)]);
});

Deno.test("createLabelQueue() agrees with sorting, for 500 random times", () => {
  const queue = createLabelQueue<readonly [number, number]>();
  const entries: (readonly [due: number, place: number])[] = [];
  let seed = 1;
  for (let i = 0; i < 500; i++) {
    const [value, next] = nextRandom(seed);
    seed = next;
    const entry = [Math.floor(value * 100), i] as const;
    entries.push(entry);
    queue.add(entry[0], entry);
  }
  assertEquals(drain(() => queue.next(99)), entries.sort(([a, i], [b, j]) => a - b || i - j));
});
