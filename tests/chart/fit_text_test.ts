import { assertEquals } from "@std/assert";
import { fitText, textWidth } from "../../lib/chart/fit_text.ts";

Deno.test("textWidth() grows with the letters and the font size", () => {
  assertEquals(textWidth("", 12), 0);
  assertEquals(textWidth("ab", 20), 2 * textWidth("ab", 10));
  assertEquals(textWidth("il", 12) < textWidth("oe", 12), true);
  assertEquals(textWidth("oe", 12) < textWidth("MW", 12), true);
});

Deno.test("fitText() leaves a text that fits and shortens one that does not", () => {
  assertEquals(fitText("cost", 12, 100), "cost");
  const short = fitText("a rather long name", 12, 60);
  assertEquals(short.endsWith("…") && "a rather long name".startsWith(short.slice(0, -1)), true);
  assertEquals(textWidth(short, 12) <= 60, true);
  assertEquals(fitText("name", 12, 0), "…");
});
