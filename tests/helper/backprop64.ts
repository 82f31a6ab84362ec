import { activate, activations, costs, type Network } from "@backstream/backstream";

/** Gradients in float64, one row a layer. */
export interface Gradients64 {
  readonly weights: number[][];
  readonly biases: number[][];
}

/** BP1 to BP4 written out in float64, over the activations and costs of the library. */
export function backprop64(network: Network, input: number[], target: number[]): Gradients64 {
  const { layers, cost } = network;
  const a: number[][] = [input];
  const z = layers.map(({ weights, biases, inputs, activation }, l) => {
    const sums = Array.from(biases, (b, j) => a[l].reduce((sum, ak, k) => sum + weights[j * inputs + k] * ak, b));
    a.push(Array.from(activate(activation, sums)));
    return sums;
  });
  const pullBack = (l: number) => (gradient: ArrayLike<number>): number[] => {
    const activation = activations[layers[l].activation];
    if (!activation.elementwise) return Array.from(activation.pullBack(z[l], gradient));
    return Array.from(gradient, (g, j) => g * activation.derivative(z[l][j]));
  };
  const last = layers.length - 1;
  const output = { activation: layers[last].activation, weightedInputs: z[last], activations: a[last + 1] };
  const deltas: number[][] = [];
  deltas[last] = Array.from(costs[cost].outputDelta(output, target, pullBack(last)));
  for (let l = last - 1; l >= 0; l--) {
    const { weights, inputs } = layers[l + 1];
    const error = a[l + 1].map((_, k) => deltas[l + 1].reduce((sum, d, j) => sum + weights[j * inputs + k] * d, 0));
    deltas[l] = pullBack(l)(error);
  }
  return { weights: deltas.map((delta, l) => delta.flatMap((d) => a[l].map((ak) => d * ak))), biases: deltas };
}
