import { learningCurve } from "@backstream/backstream/chart";
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { type PlacedText, textsOf } from "./texts_of.ts";

const options = { title: "Digits", xLabel: "samples", yLabel: "accuracy", series: [] };

/** Rises toward `top`. */
function rising(top: number) {
  return Array.from({ length: 121 }, (_, i) => ({ x: 500 * i, y: top * (1 - Math.exp(-i / 12)) }));
}

Deno.test("learningCurve() says in words and figures where its lines begin and end", () => {
  const svg = learningCurve({ ...options, yFormat: "percent", series: [{ name: "online", points: rising(0.96) }] });
  assertStringIncludes(svg, "<title>Digits</title>");
  assertStringIncludes(svg, "Line chart of accuracy against samples. online: from 0.0% at 0 to 96.0% at 60,000.");
  const texts = textsOf(svg).map(({ text }) => text);
  for (const text of ["Digits", "samples", "accuracy", "100%", "60,000"]) {
    assertEquals(texts.includes(text), true, text);
  }
});

Deno.test("learningCurve() gives the same text for the same options, in light and in dark", () => {
  const series = [{ name: "a", points: rising(0.9) }];
  assertEquals(learningCurve({ ...options, series }), learningCurve({ ...options, series }));
  assertStringIncludes(learningCurve({ ...options, series }), "@media (prefers-color-scheme:dark)");
});

const overlap = (a: PlacedText, b: PlacedText) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

for (const [width, height, lines] of [[760, 440, 4], [320, 240, 4], [1200, 300, 20], [320, 240, 9]]) {
  Deno.test(`learningCurve() keeps its texts inside and apart at ${width} by ${height} with ${lines} lines`, () => {
    const svg = learningCurve({
      ...options,
      title: "A heading that is rather long for a small picture and has to be cut there",
      width,
      height,
      series: Array.from(
        { length: lines },
        (_, i) => ({ name: `series number ${i}`, points: rising(1 / (1 + i * i)) }),
      ),
      marks: [{ x: 20_000, label: "drift" }, { x: 21_000, label: "rate halved" }, { x: 60_000, label: "end" }],
    });
    const texts = textsOf(svg);
    for (const [i, text] of texts.entries()) {
      const inside = text.left >= 0 && text.right <= width && text.top >= 0 && text.bottom <= height;
      assertEquals(inside, true, `${text.text} from ${text.left} to ${text.right}`);
      for (const other of texts.slice(i + 1)) {
        assertEquals(overlap(text, other), false, `${text.text} on ${other.text}`);
      }
    }
  });
}

Deno.test("learningCurve() draws one point, gaps and nothing at all", () => {
  assertStringIncludes(learningCurve(options), ">no data</text>");
  const nothing = learningCurve({ ...options, series: [{ name: "a", points: [{ x: NaN, y: NaN }] }] });
  assertStringIncludes(nothing, "There is no data yet.");
  const svg = learningCurve({ ...options, series: [{ name: "a", points: [{ x: 5, y: 1 }] }] });
  assertEquals(svg.includes("NaN") || svg.includes("Infinity") || svg.includes("undefined"), false);
});

Deno.test("learningCurve() takes a million points", () => {
  const points = Array.from({ length: 1_000_000 }, (_, i) => ({ x: i, y: Math.sin(i * i) }));
  assertEquals(learningCurve({ ...options, series: [{ name: "a", points }] }).length < 50_000, true);
});

Deno.test("learningCurve() stays finite whatever the values", () => {
  const extremes: [y: number, yDomain?: [number, number]][] = [[1e100], [1.7e308], [1e100, [0, 1e-9]], [5e-324], [
    1e-99,
  ]];
  for (const [y, yDomain] of extremes) {
    const series = [{ name: "a", points: [{ x: 0, y: -y }, { x: 1, y: 0 }, { x: 2, y }] }];
    assertEquals(/NaN|Infinity/.test(learningCurve({ ...options, series, ...yDomain && { yDomain } })), false, `${y}`);
  }
});

Deno.test("learningCurve() escapes what it is given", () => {
  const name = '<script>"&';
  const svg = learningCurve({ ...options, title: name, series: [{ name, points: rising(1) }] });
  assertEquals(svg.includes("<script>"), false);
  assertStringIncludes(svg, "&lt;script&gt;&quot;&amp;");
});

Deno.test("learningCurve() throws where it cannot draw", () => {
  const start = "Cannot draw learning curve as";
  const cases: [object, string][] = [
    [{ width: 319 }, `${start} width must be finite and 320 or more: current value is 319`],
    [{ height: NaN }, `${start} height must be finite and 240 or more: current value is NaN`],
    [{ width: Infinity }, `${start} width must be finite and 320 or more: current value is Infinity`],
    [{ yFormat: "permille" }, `${start} yFormat must be "number" or "percent": current value is "permille"`],
    [{ yDomain: [0, NaN] }, `${start} yDomain must be two finite numbers that rise: current value is [0,NaN]`],
    [{ yDomain: [1, 1] }, `${start} yDomain must be two finite numbers that rise: current value is [1,1]`],
    [{ marks: [{ x: NaN, label: "drift" }] }, `${start} x of mark "drift" must be finite: current value is NaN`],
  ];
  for (const [bad, message] of cases) assertThrows(() => learningCurve({ ...options, ...bad }), RangeError, message);
});
