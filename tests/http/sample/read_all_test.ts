import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { readAll } from "../../../lib/http/sample/read_all.ts";

const even = (value: unknown): number => {
  if (Number(value) % 2 === 0) return Number(value);
  throw new SampleError({ field: "x", rule: "be even", value });
};

Deno.test("readAll() reads all in order", () => {
  assertEquals(readAll([0, 2, 4], false, even), [0, 2, 4]);
  assertEquals(readAll([], false, even), []);
});

Deno.test("readAll() says which one cannot be used, unless it stands by itself", () => {
  assertThrows(() => readAll([2, 4, 5], false, even), SampleError, "Cannot use samples[2].x as it must be even");
  assertThrows(() => readAll([5], false, even), SampleError, "Cannot use samples[0].x as it must be even");
  assertThrows(() => readAll([5], true, even), SampleError, "Cannot use x as it must be even");
});
