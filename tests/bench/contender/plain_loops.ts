import type { Contender, Workload } from "./contender.ts";
import { repeat } from "./repeat.ts";

/** A network of two layers as plain loops over typed arrays that are written in place: what one writes without a library. */
export class PlainLoops {
  readonly weights: readonly [Float32Array, Float32Array];
  readonly biases: readonly [Float32Array, Float32Array];
  readonly #activations: readonly [Float32Array, Float32Array];
  readonly #deltas: readonly [Float32Array, Float32Array];
  readonly #sizes: Workload["sizes"];
  readonly #rate: number;

  constructor(sizes: Workload["sizes"], rate: number) {
    const [inputs, hidden, outputs] = sizes;
    this.#sizes = sizes;
    this.#rate = rate;
    this.weights = [new Float32Array(hidden * inputs), new Float32Array(outputs * hidden)];
    this.biases = [new Float32Array(hidden), new Float32Array(outputs)];
    this.#activations = [new Float32Array(hidden), new Float32Array(outputs)];
    this.#deltas = [new Float32Array(hidden), new Float32Array(outputs)];
  }

  /** The cost of the last prediction that was learned. */
  cost = 0;

  /** The output. */
  predict(input: Float32Array): Float32Array {
    const [hidden, output] = this.#activations;
    forward(this.weights[0], this.biases[0], input, hidden);
    forward(this.weights[1], this.biases[1], hidden, output);
    return output;
  }

  /** One step. */
  learn(input: Float32Array, target: Float32Array): void {
    const output = this.predict(input);
    const [hidden] = this.#activations;
    const [d1, d2] = this.#deltas;
    const w2 = this.weights[1];
    let sum = 0;
    for (let j = 0; j < output.length; j++) {
      const error = output[j] - target[j];
      sum += error * error;
      d2[j] = error * output[j] * (1 - output[j]);
    }
    this.cost = sum / 2;
    for (let k = 0; k < hidden.length; k++) {
      let sum = 0;
      for (let j = 0; j < output.length; j++) sum += w2[j * hidden.length + k] * d2[j];
      d1[k] = sum * hidden[k] * (1 - hidden[k]);
    }
    this.#update(1, d2, hidden);
    this.#update(0, d1, input);
  }

  #update(l: 0 | 1, delta: Float32Array, input: Float32Array): void {
    const [weights, biases, inputs] = [this.weights[l], this.biases[l], this.#sizes[l]];
    for (let j = 0; j < delta.length; j++) {
      const step = this.#rate * delta[j];
      const row = j * inputs;
      for (let k = 0; k < inputs; k++) weights[row + k] -= step * input[k];
      biases[j] -= step;
    }
  }
}

function forward(weights: Float32Array, biases: Float32Array, input: Float32Array, out: Float32Array): void {
  for (let j = 0; j < out.length; j++) {
    let sum = biases[j];
    const row = j * input.length;
    for (let k = 0; k < input.length; k++) sum += weights[row + k] * input[k];
    out[j] = 1 / (1 + Math.exp(-sum));
  }
}

/** Plain loops in TypeScript. */
export const plainLoops: Contender = {
  name: "plain loops",
  open({ sizes, learningRate, neurons = "sigmoid", inputs, targets }, { kind }) {
    if (neurons !== "sigmoid") return Promise.resolve("it is written for sigmoid neurons");
    if (kind === "batch") return Promise.resolve("it has no mini-batches");
    const network = new PlainLoops(sizes, learningRate);
    network.weights.forEach((block, l) => block.forEach((_, i) => block[i] = Math.sin(i + l) / Math.sqrt(sizes[l])));
    return Promise.resolve(repeat(200, () => {
      for (let i = 0; i < 200; i++) {
        if (kind === "step") network.learn(inputs[i], targets[i]);
        else network.predict(inputs[i]);
      }
    }));
  },
};
