import { assertEquals } from "@std/assert";
import { type ColorPair, INK, MUTED, PALETTE, PAPER, styleSheet } from "../../lib/chart/theme.ts";

/** How far two colors differ in lightness, as WCAG 2.2 has it. */
function contrast(a: string, b: string): number {
  const luminance = (color: string) => {
    const [r, g, blue] = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16) / 255)
      .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

Deno.test("every color of text and lines stands out from the paper by 4.5 to 1, in light and in dark", () => {
  assertEquals(Math.round(contrast("#000000", "#ffffff")), 21);
  for (const pair of [INK, MUTED, ...PALETTE] as ColorPair[]) {
    for (const mode of [0, 1] as const) {
      assertEquals(contrast(pair[mode], PAPER[mode]) >= 4.5, true, `${pair[mode]} on ${PAPER[mode]}`);
    }
  }
});

Deno.test("styleSheet() has light colors first and dark ones where they are preferred", () => {
  const [light, dark] = styleSheet().split("@media (prefers-color-scheme:dark)");
  for (const [i, pair] of PALETTE.entries()) {
    assertEquals(light.includes(`.series-${i}{color:${pair[0]}}`), true);
    assertEquals(dark.includes(`.series-${i}{color:${pair[1]}}`), true);
  }
});
