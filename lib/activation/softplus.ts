import { exp, log1p } from "../kernel/mod.ts";
import type { ElementwiseActivation } from "./activation.ts";
import { sigmoid } from "./sigmoid.ts";

/**
 * The smooth rectifier, sigma(z) = ln(1 + e^z), with sigma'(z) the logistic function (Dugas and others, 2000).
 *
 * @example Usage
 * ```ts
 * import { softplus } from "@backstream/backstream";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertAlmostEquals(softplus.value(0), Math.LN2);
 * assertEquals(softplus.derivative(0), 0.5);
 * ```
 */
export const softplus: ElementwiseActivation = {
  elementwise: true,
  value: (z) => Math.max(z, 0) + log1p(exp(-Math.abs(z))),
  derivative: sigmoid.value,
};
