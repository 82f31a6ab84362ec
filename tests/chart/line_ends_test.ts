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
