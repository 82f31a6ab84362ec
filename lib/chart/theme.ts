/** The space between a picture's edge and what is drawn in it, in pixels. */
export const MARGIN = 24;

/** The font size of the heading, in pixels. */
export const TITLE_SIZE = 18;

/** The font size of names and values, in pixels. */
export const TEXT_SIZE = 13;

/** The font size of ticks, of the axes' labels and of captions, in pixels. */
export const LABEL_SIZE = 12;

/** A color on light paper, and the one that stands for it on dark paper. */
export type ColorPair = readonly [light: string, dark: string];

/** What the pictures are drawn on. */
export const PAPER: ColorPair = ["#ffffff", "#14181d"];

/** Titles, and the text that must be read. */
export const INK: ColorPair = ["#1b1f24", "#f0f3f6"];

/** Labels of axes, captions, baselines: text that comes second. */
export const MUTED: ColorPair = ["#59636e", "#9da7b1"];

/** Lines of the grid. */
const GRID: ColorPair = ["#e8ebee", "#272e36"];

/** The axis line. */
const AXIS: ColorPair = ["#a3acb5", "#59636e"];

/** One color a series, told apart by the color-blind too; each is as dark (or light) as text has to be. */
export const PALETTE: readonly ColorPair[] = [
  ["#0a66c2", "#58a6ff"],
  ["#c2410c", "#ff9b52"],
  ["#7c3aed", "#bc9bff"],
  ["#0f766e", "#3fd0bd"],
  ["#be185d", "#ff8cb8"],
  ["#8a6100", "#e3b341"],
];

const FONT = 'ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';

/**
 * The style sheet that is in each picture, for pages whose policy lets in only styles whose hash they know. Plain rules come
 * first and custom properties are not used: viewers that know neither `var()` nor dark mode then still show the light colors.
 *
 * @returns CSS, scoped to the class `backstream`.
 *
 * @example Usage
 * ```ts
 * import { learningCurve, styleSheet } from "@backstream/backstream/chart";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const svg = learningCurve({ title: "Learning", xLabel: "samples", yLabel: "cost", series: [] });
 * assertStringIncludes(svg, `<style>${styleSheet()}</style>`);
 * ```
 */
export function styleSheet(): string {
  return rules({
    "": `color-scheme:light dark;font-family:${FONT};font-size:${TEXT_SIZE}px;font-variant-numeric:tabular-nums`,
    " .title": `font-size:${TITLE_SIZE}px;font-weight:650`,
    " .label": `font-size:${LABEL_SIZE}px`,
    " .strong": "font-weight:650",
    " .name": "fill:currentColor",
    " .curve": "fill:none;stroke:currentColor;stroke-width:2.25;stroke-linecap:round;stroke-linejoin:round",
    " .baseline .curve": "stroke-width:1.5;stroke-dasharray:6 5;stroke-linecap:butt",
    " .lead": "fill:none;stroke:currentColor;stroke-opacity:.55",
    " .tile": "image-rendering:pixelated",
    ...colors(0),
  }) + `@media (prefers-color-scheme:dark){${rules(colors(1))}}`;
}

/** The rules that differ between light and dark. */
function colors(mode: 0 | 1): Record<string, string> {
  const series = PALETTE.map((pair, index) => [` .series-${index}`, `color:${pair[mode]}`]);
  return {
    " .paper": `fill:${PAPER[mode]}`,
    " .ink": `fill:${INK[mode]}`,
    " .muted": `fill:${MUTED[mode]}`,
    " .grid": `stroke:${GRID[mode]}`,
    " .axis": `stroke:${AXIS[mode]}`,
    " .baseline": `color:${MUTED[mode]}`,
    ...Object.fromEntries(series),
  };
}

function rules(declarations: Record<string, string>): string {
  return Object.entries(declarations).map(([selector, style]) => `.backstream${selector}{${style}}`).join("");
}
