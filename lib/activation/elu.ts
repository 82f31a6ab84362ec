import { exp, expm1 } from "../kernel/mod.ts";
import type { ElementwiseActivation } from "./activation.ts";

/**
 * The exponential linear unit, sigma(z) = z for z > 0 and e^z - 1 elsewhere, with sigma'(z) = 1 or e^z
 * (Clevert and others, 2015, with alpha = 1).
 *
 * @example Usage
 * ```ts
 * import { elu } from "@backstream/backstream";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertEquals(elu.value(3), 3);
 * assertAlmostEquals(elu.value(-1), 1 / Math.E - 1);
 * assertAlmostEquals(elu.derivative(-1), 1 / Math.E);
 * ```
 */
export const elu: ElementwiseActivation = {
  elementwise: true,
  value: (z) => z > 0 ? z : expm1(z),
  derivative: (z) => z > 0 ? 1 : exp(z),
};
