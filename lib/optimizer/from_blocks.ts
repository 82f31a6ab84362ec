import type { Vector } from "../kernel/mod.ts";
import { type Network, parameterBlock, parameterViews } from "../network/mod.ts";
import type { Optimizer, OptimizerSpec } from "./optimizer.ts";

/** An optimizer written on whole blocks of parameters. */
export interface BlockOptimizer<State> {
  /** Name and options. */
  readonly spec: OptimizerSpec;
  /** The state before the first step. */
  init(network: Network): State;
  /** The update block from the gradient block, and the next state. */
  step(state: State, gradient: Vector, network: Network): [update: Vector, state: State];
}

/**
 * The optimizer that does on gradients, layer by layer, what the given one does on blocks laid out like
 * `network.parameters`: the one place where the two meet.
 *
 * @param block The optimizer on blocks.
 * @returns The optimizer.
 */
export function fromBlocks<State>({ spec, init, step }: BlockOptimizer<State>): Optimizer<State> {
  return {
    spec,
    init,
    update(state, gradients, network) {
      const [update, next] = step(state, parameterBlock(network, gradients), network);
      return [parameterViews(network.layers, update), next];
    },
  };
}
