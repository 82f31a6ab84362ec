import { scaleLinear } from "../../lib/deps/d3_scale.ts";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { curves } from "../../lib/chart/curves.ts";
import { layOut } from "../../lib/chart/lay_out.ts";
import { drawLineEnds, lineEnds, lineEndsWidth } from "../../lib/chart/line_ends.ts";
import { textsOf } from "./texts_of.ts";

const options = { title: "t", xLabel: "x", yLabel: "y", width: 760, height: 440, series: [] };
const ending = (name: string, y: number) => ({ name, points: [{ x: 0, y: 0 }, { x: 1, y }] });

Deno.test("lineEnds() gives the last value and as much of the name as there is room for", () => {
  const drawn = curves([ending("momentum", 0.5)]);
  const { plot } = layOut(options, drawn);
  const [wide] = lineEnds(drawn, plot.y, { format: "percent", room: 300 });
  assertEquals([wide.value, wide.name], ["50.0%", "momentum"]);
  const [narrow] = lineEnds(drawn, plot.y, { format: "percent", room: 110 });
  assertEquals(narrow.name.endsWith("…"), true);
  assertEquals(lineEndsWidth([narrow]) < lineEndsWidth([wide]), true);
  assertEquals(lineEndsWidth([]), 0);
});

Deno.test("drawLineEnds() moves labels apart where lines end together", () => {
  const drawn = curves([ending("a", 0.5), ending("b", 0.5), ending("c", 0.51)]);
  const { plot, ends } = layOut(options, drawn);
  const svg = drawLineEnds(plot, ends);
  const places = textsOf(svg).map(({ bottom }) => bottom).sort((a, b) => a - b);
  assertEquals(places.length, 3);
  for (const i of [1, 2]) assertEquals(places[i] - places[i - 1] >= 18.99, true);
  assertStringIncludes(svg, 'class="lead"');
});

/** How far below the plot's top the labels stand, for lines that end at the given pixels below it. */
function placesOf(height: number, ends: readonly number[]): (readonly [text: string, place: number])[] {
  const scale = scaleLinear().domain([0, height]).range([100, 100 + height]);
  const plot = { left: 0, right: 500, top: 100, bottom: 100 + height, x: scale, y: scale, xTicks: 2, yTicks: 2 };
  const drawn = curves(ends.map((y, i) => ({ name: "abcdefgh"[i], points: [{ x: 0, y }] })));
  const labels = lineEnds(drawn, scale, { format: undefined, room: 300 });
  return textsOf(drawLineEnds(plot, labels)).map(({ text, bottom }) => [text.at(-1)!, bottom - 104.5] as const);
}

Deno.test("drawLineEnds() leaves labels that are far enough apart, and moves others around their mean", () => {
  assertEquals(placesOf(200, [10, 50, 90]), [["a", 10], ["b", 50], ["c", 90]]);
  assertEquals(placesOf(200, [50, 50]), [["a", 40.5], ["b", 59.5]]);
  assertEquals(placesOf(200, [54, 50, 10]), [["a", 61.5], ["b", 42.5], ["c", 10]]);
  assertEquals(placesOf(200, []), []);
});

Deno.test("drawLineEnds() keeps labels beside the plot", () => {
  assertEquals(placesOf(200, [0, 0]), [["a", 0], ["b", 19]]);
  assertEquals(placesOf(200, [200, 200]), [["a", 181], ["b", 200]]);
});

Deno.test("drawLineEnds() counts the labels that it has no room for", () => {
  // 38 pixels hold three labels; of four the first two are shown, and how many more there are.
  assertEquals(placesOf(38, [0, 0, 0]), [["a", 0], ["b", 19], ["c", 38]]);
  assertEquals(placesOf(38, [0, 0, 0, 0]), [["a", 0], ["b", 19], ["2", 38]]);
});
