import { assertEquals } from "@std/assert";
import { meanOf } from "../../lib/learner/mean_of.ts";

Deno.test("meanOf() is the mean of each element", () => {
  assertEquals([...meanOf([Float32Array.of(1, 2), Float32Array.of(3, 8), Float32Array.of(5, 2)])], [3, 4]);
});

Deno.test("meanOf() one vector is that vector", () => {
  const vector = Float32Array.of(1, NaN);
  assertEquals(meanOf([vector]) === vector, true);
});

Deno.test("meanOf() adds in float64, and changes nothing", () => {
  const vectors = [Float32Array.of(3e38), Float32Array.of(3e38)];
  assertEquals([...meanOf(vectors)], [Math.fround(3e38)]);
  assertEquals(vectors, [Float32Array.of(3e38), Float32Array.of(3e38)]);
  assertEquals(meanOf([new Float32Array(0), new Float32Array(0)]).length, 0);
});
