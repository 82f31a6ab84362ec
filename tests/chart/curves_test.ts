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
  assertStringIncludes(svg, "<title>a</title>");
  assertStringIncludes(svg, '<circle class="name" cx="200" cy="300" r="4"/>');
});

/** The corners of the first curve in the SVG. */
function cornersOf(svg: string): [x: number, y: number][] {
  const [, path] = svg.match(/ d="([^"]*)"/)!;
  return [...path.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

Deno.test("drawCurves() draws no more than the first, lowest, highest and last point in a column of pixels", () => {
  const x = scaleLinear().domain([0, 100_000]).range([100, 200]);
  const y = scaleLinear().domain([0, 1]).range([400, 300]);
  const plot = { left: 100, right: 200, top: 300, bottom: 400, x, y, xTicks: 2, yTicks: 2 };
  const points = Array.from({ length: 100_000 }, (_, i) => point(i, 0.5 + 0.1 * Math.sin(i)));
  points[12_345].y = 1;
  points[54_321].y = 0;
  points[77_500].y = NaN;
  const svg = drawCurves(plot, curves([{ name: "a", points }]));
  const corners = cornersOf(svg);
  assertEquals(corners.length <= 4 * 101 && corners.length >= 3 * 100, true, `${corners.length} corners`);
  assertEquals(corners.filter(([, y]) => y === 300 || y === 400), [[112.35, 300], [154.32, 400]]);
  assertEquals([corners[0], corners.at(-1)![0]], [[100, 350], 200]);
  assertEquals(svg.match(/M/g)!.length, 2);
  for (let i = 1; i < corners.length; i++) assertEquals(corners[i][0] >= corners[i - 1][0], true);
});

Deno.test("drawCurves() keeps four points of a column as they are, and drops the fifth in the middle", () => {
  const x = scaleLinear().domain([0, 100]).range([100, 200]);
  const plot = { left: 100, right: 200, top: 0, bottom: 100, x, y: x.copy().range([0, 100]), xTicks: 2, yTicks: 2 };
  const draw = (ys: number[]) =>
    cornersOf(drawCurves(plot, curves([{ name: "a", points: ys.map((y, i) => point(i / 10, y)) }])))
      .map(([, y]) => y);
  assertEquals(draw([5, 6, 7, 8]), [5, 6, 7, 8]);
  assertEquals(draw([5, 9, 6, 1, 7]), [5, 9, 1, 7]);
  assertEquals(draw([1, 2, 3, 4, 5]), [1, 5]);
});
