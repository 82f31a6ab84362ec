import { assertEquals } from "@std/assert";
import { element, escapeXml } from "../../lib/chart/svg.ts";

Deno.test("element() writes attributes and children", () => {
  assertEquals(element("g", { class: "a", x: 1 }, "<b/>", "text"), '<g class="a" x="1"><b/>text</g>');
  assertEquals(element("rect", {}), "<rect/>");
});

Deno.test("element() rounds numbers to hundredths, escapes text and leaves out what is undefined", () => {
  assertEquals(
    element("a", { x: 1.23456, y: 2, z: undefined, t: '"<&>' }),
    '<a x="1.23" y="2" t="&quot;&lt;&amp;&gt;"/>',
  );
});

Deno.test("escapeXml() makes text safe, and replaces what XML forbids", () => {
  assertEquals(escapeXml('a<b & "c"'), "a&lt;b &amp; &quot;c&quot;");
  assertEquals(escapeXml("a\u0000b\ud800c\ttab"), "a\ufffdb\ufffdc\ttab");
  assertEquals(escapeXml(""), "");
});
