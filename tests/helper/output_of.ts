import { activate, type ActivationName, type Cost, type OutputLayer } from "@backstream/backstream";

/** The output layer with these weighted inputs, in float64. */
export function outputOf(activation: ActivationName, weightedInputs: number[]): OutputLayer {
  return { activation, weightedInputs, activations: activate(activation, weightedInputs) };
}

/** dC/da by central differences, each activation moved alone; right for costs that read the activations only. */
export function differences({ cost }: Cost, output: OutputLayer, target: number[]): number[] {
  const h = 1e-6;
  const activations = Array.from(output.activations);
  const moved = (j: number, by: number) =>
    cost({ ...output, activations: activations.with(j, activations[j] + by) }, target);
  return activations.map((_, j) => (moved(j, h) - moved(j, -h)) / (2 * h));
}

/** dC/dz by central differences, each weighted input moved alone. */
export function differencesByInput({ cost }: Cost, output: OutputLayer, target: number[]): number[] {
  const h = 1e-5;
  const z = Array.from(output.weightedInputs);
  const moved = (j: number, by: number) =>
    cost(outputOf(output.activation as ActivationName, z.with(j, z[j] + by)), target);
  return z.map((_, j) => (moved(j, h) - moved(j, -h)) / (2 * h));
}
