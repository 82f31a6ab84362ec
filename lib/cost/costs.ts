import type { Cost, CostName } from "./cost.ts";
import { crossEntropy } from "./cross_entropy.ts";
import { huber } from "./huber.ts";
import { quadratic } from "./quadratic.ts";

/**
 * The costs by name, as networks name them.
 *
 * @example Usage
 * ```ts
 * import { costs } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(Object.keys(costs), ["quadratic", "crossEntropy", "huber"]);
 * ```
 */
export const costs: Readonly<Record<CostName, Cost>> = { quadratic, crossEntropy, huber };
