/**
 * L6: pictures as SVG text, drawn without a browser: learning curves, and the weights of a first layer as small images.
 * The same functions serve a file that a script writes and a page that a server sends.
 *
 * @module
 */
export { learningCurve } from "./learning_curve.ts";
export type { CurveMark, CurvePoint, CurveSeries, LearningCurveOptions } from "./learning_curve_options.ts";
export { sideBySide } from "./side_by_side.ts";
export type { ValueFormat } from "./tick_format.ts";
export { weightTiles, type WeightTilesOptions } from "./weight_tiles.ts";
