import { assertEquals } from "@std/assert";
import { curvePoints, initCurve, updateCurve } from "../../../lib/http/hosted/curve.ts";

const scored = (cost: number) => [cost, cost + 1, cost + 2, cost + 3];

Deno.test("updateCurve() draws a point a sample as long as there are few", () => {
  const one = updateCurve(initCurve(), [...scored(1), ...scored(2)], 100);
  const two = updateCurve(one, scored(4), 200);
  assertEquals(curvePoints(two), [
    { samples: 1, time: 100, cost: 1, score: 2, noChange: 3, prior: 4 },
    { samples: 2, time: 100, cost: 2, score: 3, noChange: 4, prior: 5 },
    { samples: 3, time: 200, cost: 4, score: 5, noChange: 6, prior: 7 },
  ]);
  assertEquals(curvePoints(one).length, 2);
});

Deno.test("updateCurve() makes one point of two where there would be too many, all of equally many samples", () => {
  const all = Array.from({ length: 5000 }, (_, i) => scored(i)).flat();
  const curve = updateCurve(initCurve(), all, 7);
  const points = curvePoints(curve);
  assertEquals([curve.bucket, points.length, points.at(-1)?.samples], [32, 156, 4992]);
  assertEquals(points.map(({ cost }) => cost), points.map((_, i) => 32 * i + 15.5));
  assertEquals([...curve.open], [39_964, 39_972, 39_980, 39_988, 8]); // 4992 + ... + 4999
});

Deno.test("updateCurve() gives the same curve however the samples are parted", () => {
  const all = Array.from({ length: 3000 }, (_, i) => scored(i % 17)).flat();
  let parted = initCurve();
  for (let i = 0; i < 3000; i += 1 + i % 97) {
    parted = updateCurve(parted, all.slice(4 * i, 4 * (i + 1 + i % 97)), 5);
  }
  assertEquals(parted, updateCurve(initCurve(), all, 5));
});
