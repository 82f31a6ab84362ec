/**
 * L2: the network as plain data; forward pass, backpropagation, and the numerical gradient that judges it.
 *
 * @module
 */
export {
  type Backprop,
  backprop,
  biasGradient,
  hadamard,
  hiddenDelta,
  outputDelta,
  weightGradient,
} from "./backprop.ts";
export { countParameters } from "./count_parameters.ts";
export { createNetwork, type LayerOptions, type NetworkOptions } from "./create_network.ts";
export { forward, type ForwardPass } from "./forward.ts";
export { growNetwork, type GrowthOptions } from "./grow_network.ts";
export { type Initializer, type InitializerName, initializers } from "./initializers.ts";
export type { Layer, Network, NetworkShape } from "./network.ts";
export { type NumericalGradient, numericalGradient, type NumericalGradientOptions } from "./numerical_gradient.ts";
export { parameterBlock } from "./parameter_block.ts";
export { type Gradients, type LayerSizes, parameterViews } from "./parameter_views.ts";
export { predict } from "./predict.ts";
export { withParameters } from "./with_parameters.ts";
