import { assertEquals, assertStringIncludes } from "@std/assert";
import { frame } from "../../lib/chart/frame.ts";

Deno.test("frame() has a size, a name and a description for those who cannot see it", () => {
  const svg = frame({ width: 400, height: 300, title: "Cost", description: "It falls." }, "<g/>");
  assertStringIncludes(svg, '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300"');
  assertStringIncludes(svg, "<title>Cost</title><desc>It falls.</desc>");
  assertEquals(svg.endsWith("<g/></svg>"), true);
});

Deno.test("frame() cuts a heading that is too long, but not the accessible name", () => {
  const title = "A heading that is much too long for a picture of this width";
  const svg = frame({ width: 320, height: 240, title, description: "" });
  assertStringIncludes(svg, `<title>${title}</title>`);
  assertEquals(svg.match(/<text[^>]*>(.*?)<\/text>/)?.[1].endsWith("…"), true);
});
