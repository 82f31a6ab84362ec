import {
  type ActivationName,
  type CostName,
  createNetwork,
  type Network,
  withParameters,
} from "@backstream/backstream";

/** A network given by its numbers. */
export interface NumberedNetwork {
  readonly inputs: number;
  readonly cost: CostName;
  readonly layers: readonly {
    readonly activation: ActivationName;
    readonly units: number;
    readonly weights: number[];
    readonly biases: number[];
  }[];
}

/** The network with these weights and biases. */
export function networkOf({ inputs, cost, layers }: NumberedNetwork): Network {
  const shape = layers.map(({ units, activation }) => ({ units, activation }));
  const parameters = layers.flatMap(({ weights, biases }) => [...weights, ...biases]);
  return withParameters(createNetwork({ inputs, layers: shape, cost }), Float32Array.from(parameters));
}
