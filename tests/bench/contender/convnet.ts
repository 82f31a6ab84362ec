import type { Contender } from "./contender.ts";
import { repeat } from "./repeat.ts";

/** convnetjs. */
export const convnet: Contender = {
  name: "convnetjs 0.3.0",
  async open({ sizes: [depth, hidden, outputs], learningRate, neurons = "sigmoid", inputs, targets }, { kind }) {
    if (kind === "batch") return "it has no mini-batches in one call";
    const name = "npm:convnetjs@0.3.0";
    const { Net, SigmoidLayer, Trainer, Vol } = (await import(name)).default;
    const network = new Net();
    network.makeLayers([
      { type: "input", out_sx: 1, out_sy: 1, out_depth: depth },
      { type: "fc", num_neurons: hidden, activation: neurons === "softmax" ? "relu" : "sigmoid" },
      neurons === "softmax" ? { type: "softmax", num_classes: outputs } : { type: "regression", num_neurons: outputs },
    ]);
    // Its builder puts no activation before a regression.
    if (neurons === "sigmoid") {
      network.layers.splice(-1, 0, new SigmoidLayer({ in_sx: 1, in_sy: 1, in_depth: outputs }));
    }
    const options = { method: "sgd", learning_rate: learningRate, momentum: 0, batch_size: 1, l2_decay: 0 };
    const trainer = new Trainer(network, options);
    const count = Math.min(200, inputs.length);
    const volumes = inputs.slice(0, count).map((input) => Object.assign(new Vol(1, 1, depth, 0), { w: [...input] }));
    const lists = targets.slice(0, count).map((target) => neurons === "softmax" ? target.indexOf(1) : [...target]);
    return repeat(count, () => {
      for (let i = 0; i < count; i++) {
        if (kind === "step") trainer.train(volumes[i], lists[i]);
        else network.forward(volumes[i]);
      }
    });
  },
};
