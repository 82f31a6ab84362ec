import { assertEquals, assertStringIncludes } from "@std/assert";
import { frame } from "../../lib/chart/frame.ts";

Deno.test("frame() has a size, a name and a description for those who cannot see it", () => {
  const svg = frame({ width: 400, height: 300, title: "Cost", description: "It falls." }, "<g/>");
  assertStringIncludes(svg, '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300"');
  assertStringIncludes(svg, "<title>Cost</title><desc>It falls.</desc>");
  assertEquals(svg.endsWith("<g/></svg>"), true);
});

Deno.test("frame() cuts a heading that is too long, but not the accessible name", () => {
  const title = "A heading too long for its picture";
  const svg = frame({ width: 320, height: 240, title, description: "" });
  assertStringIncludes(svg, `<title>${title}</title>`);
  assertEquals(svg.match(/<text[^>]*>(.*?)<\/text>/)?.[1].endsWith("…"), true);
});

Deno.test("frame() reckons with bold letters in its heading", () => {
  // 272 pixels for letters of 18 * 0.61 = 11 pixels each, 13.2 when bold.
  const heading = (title: string) =>
    frame({ width: 320, height: 240, title, description: "" }).match(/<text[^>]*>(.*?)<\/text>/)?.[1];
  assertEquals(heading("o".repeat(20)), "o".repeat(20));
  assertEquals(heading("o".repeat(22)), "o".repeat(19) + "…");
});
