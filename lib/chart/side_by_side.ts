import { element } from "./svg.ts";

/** The space between two pictures, in pixels. */
const GAP = 16;

/**
 * One picture of several that stand beside each other, their tops in line.
 *
 * @param charts What {@linkcode learningCurve} and {@linkcode weightTiles} give.
 * @returns SVG text.
 * @throws {TypeError} If one of them is not such a picture.
 *
 * @example Usage
 * ```ts
 * import { learningCurve, sideBySide } from "@backstream/backstream/chart";
 * import { assertEquals } from "@std/assert";
 *
 * const empty = learningCurve({ title: "Cost", xLabel: "samples", yLabel: "cost", series: [] });
 * assertEquals(sideBySide([empty, empty]).match(/<title>Cost/g)?.length, 2);
 * ```
 */
export function sideBySide(charts: readonly string[]): string {
  const sizes = charts.map(sizeOf);
  let x = 0;
  const placed = charts.map((chart, i) => {
    const moved = chart.replace("<svg", `<svg x="${x}"`);
    x += sizes[i].width + GAP;
    return moved;
  });
  const width = Math.max(0, x - GAP);
  const height = Math.max(0, ...sizes.map((size) => size.height));
  // The paper around the pictures follows the reader's device as well.
  const style = "color-scheme:light dark";
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, style },
    ...placed,
  );
}

function sizeOf(chart: string, index: number): { width: number; height: number } {
  const [, width, height] = chart.match(/^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/) ?? [];
  if (height !== undefined) return { width: Number(width), height: Number(height) };
  throw new TypeError(
    `Cannot place chart ${index} as it must be SVG with width and height: current value is ${
      JSON.stringify(chart.slice(0, 40))
    }`,
  );
}
