import type { Network, NetworkShape } from "../network/mod.ts";

/**
 * The shape of a network: what a snapshot says of it besides the parameters.
 *
 * @param network The network.
 * @returns Its sizes and names.
 */
export function shapeOf({ inputs, layers, cost }: Network): NetworkShape {
  return { inputs, layers: layers.map(({ units, activation }) => ({ units, activation })), cost };
}
