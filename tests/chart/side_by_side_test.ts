import { learningCurve, sideBySide } from "@backstream/backstream/chart";
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";

const chart = (title: string, width: number, height: number) =>
  learningCurve({ title, xLabel: "x", yLabel: "y", series: [], width, height });

Deno.test("sideBySide() is as wide as all together and as high as the highest", () => {
  const svg = sideBySide([chart("one", 400, 300), chart("two", 320, 440)]);
  assertStringIncludes(
    svg,
    '<svg xmlns="http://www.w3.org/2000/svg" width="736" height="440" viewBox="0 0 736 440" style="color-scheme:light dark">',
  );
  assertEquals([...svg.matchAll(/<svg x="(\d+)"/g)].map(([, x]) => x), ["0", "416"]);
});

Deno.test("sideBySide() takes one picture, none, and none that is no picture", () => {
  assertStringIncludes(sideBySide([chart("one", 400, 300)]), 'width="400" height="300"');
  assertStringIncludes(sideBySide([]), 'width="0" height="0"');
  assertThrows(
    () => sideBySide([chart("one", 400, 300), "<p>"]),
    TypeError,
    'Cannot place chart 1 as it must be SVG with width and height: current value is "<p>"',
  );
});
