import type { Contender } from "./contender.ts";
import { repeat } from "./repeat.ts";

/** brain.js 2 beta: the file for browsers, as that for Node needs a native package. */
export const brain: Contender = {
  name: "brain.js 2.0.0-beta.24",
  async open({ sizes: [, hidden], learningRate, neurons = "sigmoid", inputs, targets }, { kind }) {
    if (neurons !== "sigmoid") return "it has no softmax";
    if (kind === "batch") return "it has no mini-batches";
    const name = "npm:brain.js@2.0.0-beta.24/dist/browser.js";
    const { NeuralNetwork } = (await import(name)).default;
    const network = new NeuralNetwork({ hiddenLayers: [hidden], activation: "sigmoid", learningRate });
    const count = Math.min(200, inputs.length);
    const patterns = inputs.slice(0, count).map((input, i) => ({ input, output: targets[i] }));
    const lists = patterns.slice(0, 1).map(({ input, output }) => ({ input: [...input], output: [...output] }));
    network.train(lists, { iterations: 1 }); // sets the network up
    return repeat(count, () => {
      for (const pattern of patterns) {
        if (kind === "step") network.trainPattern(pattern);
        else network.runInput(pattern.input);
      }
    });
  },
};
