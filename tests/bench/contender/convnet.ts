import type { Contender } from "./contender.ts";
import { repeat } from "./repeat.ts";

/** convnetjs; its last layer is linear, as it has no sigmoid there. */
export const convnet: Contender = {
  name: "convnetjs 0.3.0",
  async open({ sizes: [depth, hidden, outputs], learningRate, inputs, targets }, { kind }) {
    if (kind === "batch") return "it has no mini-batches in one call";
    const name = "npm:convnetjs@0.3.0";
    const { Net, Trainer, Vol } = (await import(name)).default;
    const network = new Net();
    network.makeLayers([
      { type: "input", out_sx: 1, out_sy: 1, out_depth: depth },
      { type: "fc", num_neurons: hidden, activation: "sigmoid" },
      { type: "regression", num_neurons: outputs },
    ]);
    // Without the last sigmoid the error is larger: a smaller rate keeps the numbers in their usual range.
    const options = { method: "sgd", learning_rate: learningRate / 100, momentum: 0, batch_size: 1, l2_decay: 0 };
    const trainer = new Trainer(network, options);
    const count = Math.min(200, inputs.length);
    const volumes = inputs.slice(0, count).map((input) => Object.assign(new Vol(1, 1, depth, 0), { w: [...input] }));
    const lists = targets.slice(0, count).map((target) => [...target]);
    return repeat(count, () => {
      for (let i = 0; i < count; i++) {
        if (kind === "step") trainer.train(volumes[i], lists[i]);
        else network.forward(volumes[i]);
      }
    });
  },
};
