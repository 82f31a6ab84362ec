import type { KernelStage, KernelStageName, Vector } from "../kernel/mod.ts";
import { type Network, parameterBlock, parameterViews } from "../network/mod.ts";
import type { Optimizer, OptimizerSpec, StepState } from "./optimizer.ts";

/** An optimizer written on whole blocks of parameters. */
export interface BlockOptimizer<State extends StepState> {
  /** Name and options. */
  readonly spec: OptimizerSpec;
  /** What it remembers for each parameter, by name, in the order of the SIMD kernel. */
  readonly memories?: readonly string[];
  /** The numbers of a step for the SIMD kernel; missing where it does not know the optimizer. */
  readonly numbers?: KernelStage["numbers"];
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
export function fromBlocks<State extends StepState>(made: BlockOptimizer<State>): Optimizer<State> {
  const { spec, memories = [], numbers, init, step } = made;
  const program = numbers === undefined ? undefined : {
    stages: [{ name: spec.name as KernelStageName, memories, numbers }],
    split: (state: State) => [state],
    join: ([state]: readonly StepState[]) => state as State,
  };
  return {
    spec,
    ...program === undefined ? {} : { program },
    init,
    update(state, gradients, network) {
      const [update, next] = step(state, parameterBlock(network, gradients), network);
      return [parameterViews(network.layers, update), next];
    },
  };
}
