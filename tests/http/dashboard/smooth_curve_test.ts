import { assertEquals } from "@std/assert";
import { smoothCurve } from "../../../lib/http/dashboard/smooth_curve.ts";
import { sampleStats } from "./views.ts";

const [point] = sampleStats().curve;

/** A curve of points of so many samples each. */
function curveOf(scores: readonly number[], bucket: number) {
  return scores.map((score, i) => ({ ...point, samples: (i + 1) * bucket, score }));
}

Deno.test("smoothCurve() makes each point the mean of those before it, for 50 samples at least", () => {
  const drawn = smoothCurve(curveOf([0, 1, 1, 1, 0, 1], 25), ({ score }) => score);
  assertEquals(drawn.map(({ x }) => x), [25, 50, 75, 100, 125, 150]);
  assertEquals(drawn.map(({ y }) => y), [0, 0.5, 1, 1, 0.5, 0.5]);
});

Deno.test("smoothCurve() leaves out points with less than half of their window, but never the last", () => {
  const drawn = smoothCurve(curveOf(Array(60).fill(0.5), 1), ({ score }) => score);
  assertEquals([drawn[0], drawn.length], [{ x: 25, y: 0.5 }, 36]);
  assertEquals(smoothCurve(curveOf([1, 0, 1, 1], 1), ({ score }) => score), [{ x: 4, y: 0.75 }]);
});

Deno.test("smoothCurve() takes a 24th of a long curve", () => {
  const drawn = smoothCurve(curveOf(Array.from({ length: 240 }, (_, i) => i), 1000), ({ score }) => score);
  assertEquals(drawn.at(-1), { x: 240_000, y: 234.5 }); // the mean of 230 to 239
});

Deno.test("smoothCurve() keeps points of many samples as they are, has gaps where there are, and may be empty", () => {
  const drawn = smoothCurve(curveOf([0.25, NaN, 0.5], 64), ({ score }) => score);
  assertEquals(drawn.map(({ y }) => y), [0.25, NaN, 0.5]);
  assertEquals(smoothCurve([], ({ score }) => score), []);
});
