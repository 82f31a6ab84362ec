/**
 * L6: pictures as SVG text, drawn without a browser: learning curves, and the weights of a first layer as small images.
 * The same functions serve a file that a script writes and a page that a server sends.
 *
 * @example Usage
 * ```ts
 * import { learningCurve, sideBySide, weightTiles } from "@backstream/backstream/chart";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const points = [{ x: 0, y: 0.25 }, { x: 500, y: 0.125 }, { x: 1000, y: 0.0625 }];
 * const curve = learningCurve({ title: "Learning", xLabel: "samples", yLabel: "cost", series: [{ name: "sgd", points }] });
 * const weights = Float32Array.of(1, 0, 0, -1, 0.5, 0.5, 0.5, -0.5);
 * const tiles = weightTiles({ weights, inputs: 4, units: 2, width: 2, height: 2 });
 * const svg = sideBySide([curve, tiles]); // a file to write, or a part of a page to send
 * assertStringIncludes(svg, "sgd: from 0.2500 at 0 to 0.0625 at 1,000.");
 * ```
 *
 * @module
 */
export { learningCurve } from "./learning_curve.ts";
export type { CurveMark, CurvePoint, CurveSeries, LearningCurveOptions } from "./learning_curve_options.ts";
export { sideBySide } from "./side_by_side.ts";
export { styleSheet } from "./theme.ts";
export type { ValueFormat } from "./tick_format.ts";
export { weightTiles, type WeightTilesOptions } from "./weight_tiles.ts";
