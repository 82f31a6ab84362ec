import { createNetwork, type Gradients, type Network, type Optimizer, withParameters } from "@backstream/backstream";

/** A network of one weight and one bias. */
export function oneNeuron(weight = 0, bias = 0): Network {
  const network = createNetwork({ inputs: 1, layers: [{ units: 1, activation: "identity" }] });
  return withParameters(network, Float32Array.of(weight, bias));
}

/** The gradients of {@linkcode oneNeuron}. */
export function gradientsOf(weight: number, bias = 0): Gradients {
  return { weights: [Float32Array.of(weight)], biases: [Float32Array.of(bias)] };
}

/** The updates of weight and bias that an optimizer makes of gradients, one step after the other. */
export function updatesOf(
  optimizer: Optimizer,
  gradients: readonly (readonly [number, number])[],
  network = oneNeuron(),
): [number, number][] {
  let state = optimizer.init(network);
  return gradients.map(([weight, bias]) => {
    const [updates, next] = optimizer.update(state, gradientsOf(weight, bias), network);
    state = next;
    return [updates.weights[0][0], updates.biases[0][0]];
  });
}
