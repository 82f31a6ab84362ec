import { scaleLinear } from "../../lib/deps/d3_scale.ts";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { markLines, markRows } from "../../lib/chart/mark_lines.ts";

const x = scaleLinear().domain([0, 100]).range([0, 500]);

Deno.test("markRows() puts labels that would overlap into rows of their own", () => {
  const rows = markRows([{ x: 80, label: "far" }, { x: 20, label: "drift" }, { x: 21, label: "halved" }], x);
  assertEquals(rows.map((row) => row.map(({ text }) => text)), [["drift", "far"], ["halved"]]);
});

Deno.test("markRows() leaves out marks beyond the data, and keeps labels inside", () => {
  assertEquals(markRows([{ x: 101, label: "later" }], x), []);
  const [[label]] = markRows([{ x: 100, label: "the end" }], x);
  assertEquals(label.end, 500);
});

Deno.test("markLines() draws a line at each mark", () => {
  const plot = { left: 0, right: 500, top: 50, bottom: 200, x, y: x, xTicks: 2, yTicks: 2 };
  const svg = markLines(plot, [{ x: 20, label: "drift" }]);
  assertStringIncludes(svg, 'd="M100.00,50V200"');
  assertStringIncludes(svg, ">drift</text>");
  assertEquals(markLines(plot, []), "");
});
