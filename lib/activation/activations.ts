import type { Activation, ActivationName } from "./activation.ts";
import { elu } from "./elu.ts";
import { gelu } from "./gelu.ts";
import { identity } from "./identity.ts";
import { leakyRelu } from "./leaky_relu.ts";
import { relu } from "./relu.ts";
import { sigmoid } from "./sigmoid.ts";
import { silu } from "./silu.ts";
import { softmax } from "./softmax.ts";
import { softplus } from "./softplus.ts";
import { tanh } from "./tanh.ts";

/**
 * The activations by name, as networks name them.
 *
 * @example Usage
 * ```ts
 * import { activations } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(Object.keys(activations).length, 10);
 * ```
 */
export const activations: Readonly<Record<ActivationName, Activation>> = {
  sigmoid,
  tanh,
  relu,
  leakyRelu,
  elu,
  gelu,
  silu,
  softplus,
  identity,
  softmax,
};
