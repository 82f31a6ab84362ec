import { encode } from "../deps/fast_png.ts";
import type { Vector } from "../kernel/mod.ts";
import { frame } from "./frame.ts";
import { element, escapeXml } from "./svg.ts";
import { LABEL_SIZE, MARGIN } from "./theme.ts";

/** What {@linkcode weightTiles} shows. */
export interface WeightTilesOptions {
  /** w^1, row-major. Shape: (units, inputs). */
  readonly weights: Vector;
  /** How many inputs the layer has. */
  readonly inputs: number;
  /** How many neurons it has. */
  readonly units: number;
  /** How many inputs make up a row of the pictures that the network sees. */
  readonly width: number;
  /** How many rows these pictures have. */
  readonly height: number;
  /** How many tiles stand in a row. By default as many as make the whole about square. */
  readonly columns?: number;
  /**
   * The heading.
   *
   * @default {"First-layer weights"}
   */
  readonly title?: string;
}

/** The side of the square that the tiles are drawn into, in pixels; as high as a learning curve's plot. */
const SIDE = 320;
/** From the top to the tiles: the heading. */
const HEAD = 64;
/** From the tiles to the bottom: the legend. */
const FOOT = 56;
/** Orange below zero, blue above; zero is clear, so that the paper, light or dark, shows through. */
const NEGATIVE = [235, 104, 24] as const;
const POSITIVE = [40, 128, 240] as const;

/**
 * Pictures of the weights of a network's first layer, for inputs that are pictures: a tile for each neuron, a pixel for
 * each weight, orange below zero and blue above, on one scale for all tiles.
 *
 * @param options The weights, and the size of the pictures that the network sees.
 * @returns SVG text: a file of its own, or a part of an HTML page.
 * @throws {RangeError} If a size is not a whole number above 0, or the sizes do not fit one another.
 *
 * @example Usage
 * ```ts
 * import { createNetwork } from "@backstream/backstream";
 * import { weightTiles } from "@backstream/backstream/chart";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const [layer] = createNetwork({ inputs: 784, layers: [{ units: 30 }], seed: 1 }).layers;
 * const svg = weightTiles({ ...layer, width: 28, height: 28 });
 * assertStringIncludes(svg, "data:image/png;base64,");
 * ```
 */
export function weightTiles(options: WeightTilesOptions): string {
  const { units, title = "First-layer weights" } = options;
  const { columns = Math.ceil(Math.sqrt(units)) } = options;
  checkTiles({ ...options, columns });
  const largest = options.weights.reduce((most, weight) => Math.max(most, Math.abs(finite(weight))), 0);
  const sheet = paintSheet({ ...options, columns }, largest);
  const scale = SIDE / Math.max(sheet.width, sheet.height);
  const [width, height] = [SIDE + 2 * MARGIN, HEAD + SIDE + FOOT];
  const description = `A tile for each of ${units} neurons; its weights lie between ${format(-largest)} and ` +
    `${format(largest)}, orange below zero and blue above.`;
  return frame(
    { width, height, title, description },
    image(sheet, { x: MARGIN, y: HEAD, width: sheet.width * scale, height: sheet.height * scale }),
    ...legend(largest, height - FOOT + 18),
  );
}

/** Pixels in rows, four bytes each: red, green, blue, and how much of the paper they hide. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

type Sheet = WeightTilesOptions & { readonly columns: number };

/** All tiles, a clear pixel apart. */
function paintSheet({ weights, inputs, units, width, height, columns }: Sheet, largest: number): Pixels {
  const rows = Math.ceil(units / columns);
  const pixels = clearPixels(columns * (width + 1) - 1, rows * (height + 1) - 1);
  for (let j = 0; j < units; j++) {
    const corner = Math.floor(j / columns) * (height + 1) * pixels.width + (j % columns) * (width + 1);
    for (let k = 0; k < inputs; k++) {
      const place = corner + Math.floor(k / width) * pixels.width + k % width;
      pixels.data.set(colorOf(finite(weights[j * inputs + k]), largest), 4 * place);
    }
  }
  return pixels;
}

/** The colors from -1 to 1, in one row. */
function paintScale(): Pixels {
  const pixels = clearPixels(65, 1);
  for (let i = 0; i < 65; i++) pixels.data.set(colorOf(i / 32 - 1, 1), 4 * i);
  return pixels;
}

function clearPixels(width: number, height: number): Pixels {
  return { width, height, data: new Uint8Array(4 * width * height) };
}

function colorOf(weight: number, largest: number): number[] {
  const share = largest === 0 ? 0 : Math.abs(weight) / largest;
  // The square root, as most weights are small against the largest.
  return [...weight < 0 ? NEGATIVE : POSITIVE, Math.round(255 * Math.sqrt(share))];
}

/** A weight that is not finite is shown as zero. */
function finite(weight: number): number {
  return Number.isFinite(weight) ? weight : 0;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function image(pixels: Pixels, box: Box): string {
  const bytes = encode({ ...pixels, channels: 4 });
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const href = `data:image/png;base64,${btoa(binary)}`;
  return element("image", { class: "tile", ...box, preserveAspectRatio: "none", href });
}

function legend(largest: number, y: number): string[] {
  const text = (value: number, x: number, anchor: string) =>
    element(
      "text",
      { class: "muted label", x, y: y + 12 + LABEL_SIZE, "text-anchor": anchor },
      escapeXml(format(value)),
    );
  return [
    image(paintScale(), { x: MARGIN, y, width: SIDE, height: 8 }),
    text(-largest, MARGIN, "start"),
    text(0, MARGIN + SIDE / 2, "middle"),
    text(largest, MARGIN + SIDE, "end"),
  ];
}

function format(weight: number): string {
  return weight === 0 ? "0" : weight.toPrecision(2).replace("-", "\u2212");
}

function checkTiles(options: Sheet): void {
  for (const field of ["inputs", "units", "width", "height", "columns"] as const) {
    if (Number.isInteger(options[field]) && options[field] > 0) continue;
    throw new RangeError(
      `Cannot draw weights as ${field} must be a whole number above 0: current value is ${options[field]}`,
    );
  }
  const { weights, inputs, units, width, height } = options;
  if (width * height !== inputs) {
    throw new RangeError(
      `Cannot draw weights as width times height must be inputs: current value is ${width} times ${height} for ${inputs}`,
    );
  }
  if (weights.length !== units * inputs) {
    throw new RangeError(
      `Cannot draw weights as there must be ${units * inputs} of them: current value is ${weights.length}`,
    );
  }
}
