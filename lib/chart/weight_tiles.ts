import { encode } from "../deps/fast_png.ts";
import type { Vector } from "../kernel/mod.ts";
import { frame } from "./frame.ts";
import { element } from "./svg.ts";
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

/** The side of the square that few tiles are drawn into, in pixels: as high as a learning curve has room. */
const SIDE = 312;
/** The narrowest drawing with room for the texts, in pixels. */
const NARROWEST = 240;
/** From the top to the tiles: the heading and the caption. */
const HEAD = 80;
/** From the tiles to the bottom: the legend. */
const FOOT = 62;
/** Where the caption stands, from the top. */
const CAPTION_BASELINE = 64;
/** Between two tiles, in pixels of the sheet. */
const GAP = 2;
/** The share of weights whose size the colors tell apart: a few large ones would make the others pale. */
const TOLD_APART = 0.995;
/** Orange below zero, blue above; zero is clear, so that the paper, light or dark, shows through. */
const NEGATIVE = [235, 104, 24] as const;
const POSITIVE = [40, 128, 240] as const;

/**
 * Pictures of the weights of a network's first layer, for inputs that are pictures: a tile for each neuron, a pixel for
 * each weight, orange below zero and blue above. All tiles share one linear scale, the same below zero and above; it ends
 * where 99.5 % of the weights are smaller. A weight that is not finite is shown as zero.
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
  const { units, title = "First-layer weights", columns = Math.ceil(Math.sqrt(units)) } = options;
  checkTiles({ ...options, columns });
  const sizes = Float64Array.from(options.weights, (weight) => Math.abs(finite(weight))).sort();
  const largest = sizes[sizes.length - 1];
  const bound = sizes[Math.floor(TOLD_APART * sizes.length)] || largest;
  const sheet = paintSheet({ ...options, columns }, bound);
  // Whole pixels, so that all weights look equally large.
  const scale = Math.max(1, Math.floor(SIDE / Math.max(sheet.width, sheet.height)));
  const box = { x: MARGIN, y: HEAD, width: sheet.width * scale, height: sheet.height * scale };
  const room = Math.max(NARROWEST, box.width);
  const [width, height] = [room + 2 * MARGIN, HEAD + box.height + FOOT];
  const description = `A tile for each of ${units} neurons; its weights lie between ${format(-largest)} and ` +
    `${format(largest)}, orange below zero and blue above.`;
  const caption = { class: "muted label", x: MARGIN, y: CAPTION_BASELINE };
  return frame(
    { width, height, title, description },
    element("text", caption, "a tile per neuron, a pixel per weight"),
    image(sheet, box),
    ...legend(bound, bound < largest, { x: MARGIN, y: height - FOOT + 22, width: room, height: 8 }),
  );
}

/** Pixels in rows, four bytes each: red, green, blue, and how much of the paper they hide. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

type Sheet = WeightTilesOptions & { readonly columns: number };

/** All tiles, a clear gap apart. */
function paintSheet({ weights, inputs, units, width, height, columns }: Sheet, bound: number): Pixels {
  const rows = Math.ceil(units / columns);
  const pixels = clearPixels(columns * (width + GAP) - GAP, rows * (height + GAP) - GAP);
  for (let j = 0; j < units; j++) {
    const corner = Math.floor(j / columns) * (height + GAP) * pixels.width + (j % columns) * (width + GAP);
    for (let k = 0; k < inputs; k++) {
      const place = corner + Math.floor(k / width) * pixels.width + k % width;
      pixels.data.set(colorOf(finite(weights[j * inputs + k]), bound), 4 * place);
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

function colorOf(weight: number, bound: number): number[] {
  const share = bound === 0 ? 0 : Math.min(1, Math.abs(weight) / bound);
  return [...weight < 0 ? NEGATIVE : POSITIVE, Math.round(255 * share)];
}

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

function legend(bound: number, isExceeded: boolean, box: Box): string[] {
  const [less, more] = isExceeded ? ["≤ ", "≥ "] : ["", ""];
  const text = (content: string, x: number, anchor: string) =>
    element("text", { class: "muted label", x, y: box.y + 12 + LABEL_SIZE, "text-anchor": anchor }, content);
  return [
    image(paintScale(), box),
    text(less + format(-bound), box.x, "start"),
    text("0", box.x + box.width / 2, "middle"),
    text(more + format(bound), box.x + box.width, "end"),
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
