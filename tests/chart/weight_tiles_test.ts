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
  // Two neurons that see pictures of 2 by 2; the largest weight is 4, and a quarter of it hides half of the paper.
  const weights = Float32Array.of(4, -4, 1, 0, 0, 0, -1, 4);
  const rows = pixelsOf(weightTiles({ weights, inputs: 4, units: 2, width: 2, height: 2, columns: 2 }));
  const clear = [0, 0, 0, 0];
  assertEquals(rows, [
    [[...blue, 255], [...orange, 255], clear, [...blue, 0], [...blue, 0]],
    [[...blue, 128], [...blue, 0], clear, [...orange, 128], [...blue, 255]],
  ]);
});

Deno.test("weightTiles() makes a square of the tiles, the last row not full", () => {
  const rows = pixelsOf(weightTiles({ weights: new Float32Array(5 * 6), inputs: 6, units: 5, width: 3, height: 2 }));
  assertEquals([rows[0].length, rows.length], [3 * 3 + 2, 2 * 2 + 1]);
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
