/**
 * L1: cost functions (also called losses), each as (cost, gradient, outputDelta), and the table of their names.
 *
 * @module
 */
export type { Cost, CostName, OutputLayer, PullBack } from "./cost.ts";
export { costs } from "./costs.ts";
export { crossEntropy } from "./cross_entropy.ts";
export { huber } from "./huber.ts";
export { quadratic } from "./quadratic.ts";
