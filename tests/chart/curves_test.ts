import { scaleLinear } from "../../lib/deps/d3_scale.ts";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { curves, drawCurves, isDrawn } from "../../lib/chart/curves.ts";

const point = (x: number, y: number) => ({ x, y });

Deno.test("curves() gives each series its color, baselines first, and leaves out what has no points", () => {
  const drawn = curves([
    { name: "a", points: [point(NaN, 1), point(1, 2), point(3, 4), point(5, Infinity)] },
    { name: "empty", points: [] },
    { name: "b", points: [point(1, 1)] },
    { name: "base", points: [point(0, 0)], dashed: true },
  ]);
  assertEquals(drawn.map(({ name, color }) => [name, color]), [["base", "baseline"], ["a", "series-0"], [
    "b",
    "series-2",
  ]]);
  assertEquals([drawn[1].first, drawn[1].last], [point(1, 2), point(3, 4)]);
});

Deno.test("isDrawn() takes points whose coordinates are both finite", () => {
  assertEquals([point(0, 0), point(NaN, 0), point(0, -Infinity)].map(isDrawn), [true, false, false]);
});

Deno.test("drawCurves() draws a point where the scales put it, and a gap where there is none", () => {
  const x = scaleLinear().domain([0, 10]).range([100, 200]);
  const y = scaleLinear().domain([0, 1]).range([400, 300]);
  const plot = { left: 100, right: 200, top: 300, bottom: 400, x, y, xTicks: 2, yTicks: 2 };
  const points = [point(0, 0), point(5, 0.5), point(6, NaN), point(8, 0.25), point(10, 1)];
  const svg = drawCurves(plot, curves([{ name: "a", points }]));
  assertStringIncludes(svg, 'd="M100,400L150,350M180,375L200,300"');
  assertStringIncludes(svg, '<circle class="name" cx="200" cy="300" r="4"/>');
});
