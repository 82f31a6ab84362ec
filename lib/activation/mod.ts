/**
 * L1: activation functions with their derivatives, and the table of their names.
 *
 * @module
 */
export { activate } from "./activate.ts";
export type { Activation, ActivationName, ElementwiseActivation, LayerActivation } from "./activation.ts";
export { activations } from "./activations.ts";
export { elu } from "./elu.ts";
export { gelu } from "./gelu.ts";
export { identity } from "./identity.ts";
export { leakyRelu } from "./leaky_relu.ts";
export { relu } from "./relu.ts";
export { sigmoid } from "./sigmoid.ts";
export { silu } from "./silu.ts";
export { softmax } from "./softmax.ts";
export { softplus } from "./softplus.ts";
export { tanh } from "./tanh.ts";
