import { type ActivationName, type CostName, createNetwork, forward, type Network } from "@backstream/backstream";

/** What a network of equal layers is to be made of. */
export interface SmoothOptions {
  readonly activation: ActivationName;
  readonly cost: CostName;
  readonly depth: number;
  readonly input: number[];
  readonly target: number[];
}

const KINKED: readonly ActivationName[] = ["relu", "leakyRelu", "elu"];

/**
 * The first network, by ascending seed, whose cost is smooth around the input, so that differences can be compared to
 * derivatives: no weighted input near the kink of a rectifier, no error near the joint of the Huber cost, and, under a
 * cross-entropy that takes the logarithm of the activation itself, outputs well inside 0 and 1.
 */
export function smoothNetwork(options: SmoothOptions): Network {
  const { activation, cost, depth, input, target } = options;
  const layers = Array.from({ length: depth }, (_, l) => ({ units: l === depth - 1 ? target.length : 4, activation }));
  for (let seed = 0; seed < 5000; seed++) {
    const network = createNetwork({ inputs: input.length, layers, cost, seed });
    if (isSmooth(network, options)) return network;
  }
  throw new Error(`No smooth network of ${depth} layers of ${activation} under ${cost}`);
}

function isSmooth(network: Network, { activation, cost, input, target }: SmoothOptions): boolean {
  const { weightedInputs, activations } = forward(network, input);
  const output = Array.from(activations[activations.length - 1]);
  if (KINKED.includes(activation) && weightedInputs.some((z) => z.some((zj) => Math.abs(zj) < 0.01))) return false;
  if (activation === "relu" && output.every((a) => a === 0)) return false;
  if (cost === "huber") return output.every((a, j) => Math.abs(Math.abs(a - target[j]) - 1) > 0.01);
  if (cost === "quadratic" || activation === "sigmoid" || activation === "softmax") return true;
  return output.every((a) => a > 0.02 && a < 0.98);
}
