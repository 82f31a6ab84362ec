import { decode } from "fast-png";
import { weightTiles } from "@backstream/backstream/chart";
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";

/** The first picture in the SVG, as rows of pixels. */
function pixelsOf(svg: string): number[][][] {
  const base64 = svg.match(/data:image\/png;base64,([^"]+)"/)![1];
  const { width, height, data } = decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  return Array.from(
    { length: height },
    (_, y) => Array.from({ length: width }, (_, x) => [...data.slice(4 * (y * width + x), 4 * (y * width + x) + 4)]),
  );
}

const [blue, orange] = [[40, 128, 240], [235, 104, 24]];

Deno.test("weightTiles() paints a tile for each neuron and a pixel for each weight", () => {
  // Two neurons that see pictures of 2 by 2; the largest weight is 4, and half of it hides half of the paper.
  const weights = Float32Array.of(4, -4, 2, 0, 0, 0, -2, 1);
  const rows = pixelsOf(weightTiles({ weights, inputs: 4, units: 2, width: 2, height: 2, columns: 2 }));
  const clear = [0, 0, 0, 0];
  assertEquals(rows, [
    [[...blue, 255], [...orange, 255], clear, clear, [...blue, 0], [...blue, 0]],
    [[...blue, 128], [...blue, 0], clear, clear, [...orange, 128], [...blue, 64]],
  ]);
});

Deno.test("weightTiles() makes a square of the tiles, the last row not full, of whole pixels", () => {
  const svg = weightTiles({ weights: new Float32Array(5 * 6), inputs: 6, units: 5, width: 3, height: 2 });
  const rows = pixelsOf(svg);
  assertEquals([rows[0].length, rows.length], [3 * 3 + 2 * 2, 2 * 2 + 2]);
  // 312 / 13 = 24 pixels of the screen for one of the sheet.
  assertStringIncludes(svg, '<image class="tile" x="24" y="80" width="312" height="144"');
});

Deno.test("weightTiles() grows where there are too many tiles for whole pixels", () => {
  const weights = new Float32Array(400 * 64);
  const svg = weightTiles({ weights, inputs: 64, units: 400, width: 8, height: 8, columns: 40 });
  assertStringIncludes(svg, `width="${40 * 10 - 2}" height="${10 * 10 - 2}"`);
});

Deno.test("weightTiles() ends the scale where 99.5 % of the weights are smaller, and says so", () => {
  const weights = Float32Array.from({ length: 1000 }, (_, i) => i < 996 ? 0.5 : -8);
  weights[0] = 0.25;
  const svg = weightTiles({ weights, inputs: 1000, units: 1, width: 1000, height: 1 });
  const [row] = pixelsOf(svg);
  assertEquals([row[0], row[1], row[999]], [[...blue, 128], [...blue, 255], [...orange, 255]]);
  for (const text of [">≤ \u22120.50</text>", ">≥ 0.50</text>"]) assertStringIncludes(svg, text);
  assertStringIncludes(svg, "its weights lie between \u22128.0 and 8.0");
  const sparse = weightTiles({
    weights: weights.map((w) => w < 0 ? w : 0),
    inputs: 1000,
    units: 1,
    width: 1000,
    height: 1,
  });
  assertEquals(pixelsOf(sparse)[0][999], [...orange, 255]);
});

Deno.test("weightTiles() names the scale", () => {
  const svg = weightTiles({ weights: Float32Array.of(0.25, -0.5), inputs: 2, units: 1, width: 2, height: 1 });
  for (const text of [">\u22120.50</text>", ">0</text>", ">0.50</text>"]) assertStringIncludes(svg, text);
  assertStringIncludes(svg, "A tile for each of 1 neurons; its weights lie between \u22120.50 and 0.50");
});

Deno.test("weightTiles() shows weights that are not finite as zero", () => {
  const weights = Float32Array.of(NaN, Infinity, 1, -1);
  const [row] = pixelsOf(weightTiles({ weights, inputs: 4, units: 1, width: 4, height: 1 }));
  assertEquals(row.map((pixel) => pixel[3]), [0, 0, 255, 255]);
  assertEquals(
    weightTiles({ weights: new Float32Array(4), inputs: 4, units: 1, width: 4, height: 1 }).includes("NaN"),
    false,
  );
});

Deno.test("weightTiles() throws where the sizes do not fit", () => {
  const options = { weights: new Float32Array(8), inputs: 4, units: 2, width: 2, height: 2 };
  const cases: [object, string][] = [
    [{ width: 3 }, "Cannot draw weights as width times height must be inputs: current value is 3 times 2 for 4"],
    [{ units: 3 }, "Cannot draw weights as there must be 12 of them: current value is 8"],
    [{ units: 0 }, "Cannot draw weights as units must be a whole number above 0: current value is 0"],
    [{ columns: 1.5 }, "Cannot draw weights as columns must be a whole number above 0: current value is 1.5"],
  ];
  for (const [bad, message] of cases) assertThrows(() => weightTiles({ ...options, ...bad }), RangeError, message);
});
