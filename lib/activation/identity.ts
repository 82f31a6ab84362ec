import type { ElementwiseActivation } from "./activation.ts";

/**
 * The identity, sigma(z) = z, with sigma'(z) = 1: the output of a regression, or of a linear model.
 *
 * @example Usage
 * ```ts
 * import { identity } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([identity.value(-2), identity.derivative(-2)], [-2, 1]);
 * ```
 */
export const identity: ElementwiseActivation = {
  elementwise: true,
  value: (z) => z,
  derivative: () => 1,
};
