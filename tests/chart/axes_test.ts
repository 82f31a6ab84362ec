import { assertEquals, assertStringIncludes } from "@std/assert";
import { axes, emptyAxes } from "../../lib/chart/axes.ts";
import { layOut } from "../../lib/chart/lay_out.ts";
import { curves } from "../../lib/chart/curves.ts";
import { textsOf } from "./texts_of.ts";

const options = { title: "t", xLabel: "samples", yLabel: "cost", width: 760, height: 440, series: [] };

Deno.test("axes() labels round values, and what is measured", () => {
  const { plot } = layOut(options, curves([{ name: "a", points: [{ x: 0, y: 0 }, { x: 100, y: 1 }] }]));
  const texts = textsOf(axes(plot, options)).map(({ text }) => text);
  for (const text of ["0.0", "1.0", "0", "100", "samples", "cost"]) assertEquals(texts.includes(text), true, text);
});

Deno.test("emptyAxes() has no ticks and says that there is no data", () => {
  const { plot } = layOut(options, []);
  const svg = emptyAxes(plot, options);
  assertStringIncludes(svg, "no data");
  assertEquals(textsOf(svg).map(({ text }) => text).sort(), ["cost", "no data", "samples"]);
});
