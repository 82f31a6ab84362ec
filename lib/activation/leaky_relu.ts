import type { ElementwiseActivation } from "./activation.ts";

/** The slope for negative inputs. */
const SLOPE = 0.01;

/**
 * The leaky rectifier, sigma(z) = z for z > 0 and 0.01 z elsewhere, with sigma'(z) = 1 or 0.01 (Maas and others, 2013).
 *
 * @example Usage
 * ```ts
 * import { leakyRelu } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([leakyRelu.value(-100), leakyRelu.value(3)], [-1, 3]);
 * assertEquals([leakyRelu.derivative(-2), leakyRelu.derivative(3)], [0.01, 1]);
 * ```
 */
export const leakyRelu: ElementwiseActivation = {
  elementwise: true,
  value: (z) => z > 0 ? z : SLOPE * z,
  derivative: (z) => z > 0 ? 1 : SLOPE,
};
