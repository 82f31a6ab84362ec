/**
 * L0: the seeded generator. Every random number comes as a pair, the value and the next seed; nothing is hidden.
 *
 * @module
 */
export { nextNormal } from "./next_normal.ts";
export { nextRandom } from "./next_random.ts";
