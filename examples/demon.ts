/**
 * The demon of the source text: it sits at neuron j of layer l and changes the weighted input z^l_j by dz; the cost then
 * changes by about delta^l_j dz. Printed for every neuron of a small network: the error that backpropagation finds is
 * exactly what the demon can do.
 *
 * Run: deno run examples/demon.ts
 */
import { backprop, createNetwork, forward, type Network, withParameters } from "@backstream/backstream";

const DZ = 0.01;
const input = [0.5, -1, 2];
const target = [1, 0];
const network = createNetwork({ inputs: 3, layers: [{ units: 4 }, { units: 3 }, { units: 2 }], seed: 2 });

const { cost, deltas } = backprop(network, input, target);
const { weightedInputs } = forward(network, input);
console.log(`cost ${cost.toFixed(6)}, dz ${DZ}\n`);
console.log("layer  neuron        z       delta    delta dz   cost change");
for (const [l, layer] of network.layers.entries()) {
  for (let j = 0; j < layer.units; j++) {
    const change = backprop(possessed(network, l, j), input, target).cost - cost;
    const columns = [
      String(l + 2).padStart(5), // the source text counts the input as layer 1
      String(j + 1).padStart(7),
      weightedInputs[l][j].toFixed(4).padStart(9),
      deltas[l][j].toFixed(6).padStart(11),
      (deltas[l][j] * DZ).toExponential(3).padStart(11),
      change.toExponential(3).padStart(12),
    ];
    console.log(columns.join(" "));
  }
}

/** The network with a demon at neuron j of layer l: as z = w a + b, adding dz to the bias adds it to z. */
function possessed(network: Network, l: number, j: number): Network {
  const parameters = Float32Array.from(network.parameters);
  let offset = 0;
  for (const { weights, biases } of network.layers.slice(0, l)) offset += weights.length + biases.length;
  parameters[offset + network.layers[l].weights.length + j] += DZ;
  return withParameters(network, parameters);
}
