import type { Vector } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

/** Never called: each line must fail to compile, or the directive above it does. */
export function writes(vector: Vector): void {
  // @ts-expect-error an element cannot be set
  vector[0] = 1;
  // @ts-expect-error nor through set
  vector.set([1]);
  // @ts-expect-error nor through fill
  vector.fill(1);
  // @ts-expect-error nor by sorting in place
  vector.sort();
  // @ts-expect-error nor by turning it round in place
  vector.reverse();
  // @ts-expect-error nor by copying within
  vector.copyWithin(0, 1);
  // @ts-expect-error nor through the buffer
  vector.buffer;
  // @ts-expect-error nor through a view of a part
  vector.subarray(1)[0] = 1;
  // @ts-expect-error nor through what a callback is handed
  vector.forEach((_, i, same) => same[i] = 1);
  // @ts-expect-error nor there in map
  vector.map((x, i, same) => same[i] = x);
  // @ts-expect-error nor there in reduce
  vector.reduce((sum, x, i, same) => same[i] = sum + x, 0);
  // @ts-expect-error nor where a Float32Array is asked for
  const writable: Float32Array = vector;
  // @ts-expect-error and float64 numbers are no vector
  const wide: Vector = new Float64Array(1);
  // @ts-expect-error nor is a plain array
  const plain: Vector = [1];
  [writable, wide, plain].forEach(() => {});
}

Deno.test("Vector reads as a Float32Array does, and its copies can be written to", () => {
  const vector: Vector = Float32Array.of(1, 2, 3);
  const copy = vector.slice();
  copy[0] = 9;
  assertEquals([...vector], [1, 2, 3]);
  assertEquals([...vector.subarray(1).map((x, i) => 2 * x + i)], [4, 7]);
  assertEquals([...vector.filter((x) => x > 1)], [2, 3]);
  assertEquals([vector.find((x) => x > 1), vector.findIndex((x) => x > 1)], [2, 1]);
  assertEquals([vector.findLast((x) => x > 1), vector.findLastIndex((x) => x > 1)], [3, 2]);
  assertEquals([vector.every((x) => x > 1), vector.some((x) => x > 1)], [false, true]);
  assertEquals([vector.reduce((sum, x) => sum + x, 0), vector.reduceRight((text, x) => text + x, "")], [6, "321"]);
  assertEquals([...copy], [9, 2, 3]);
});
