import { createLearner, createNetwork, sgd } from "@backstream/backstream";
import { assertClose } from "../helper/assert_close.ts";
import { PlainLoops } from "./contender/plain_loops.ts";

Deno.test("the plain loops take the steps that Backstream takes", () => {
  const sizes = [5, 4, 3] as const;
  const network = createNetwork({ inputs: 5, layers: [{ units: 4 }, { units: 3 }], cost: "quadratic", seed: 3 });
  const loops = new PlainLoops(sizes, 0.5);
  network.layers.forEach(({ weights, biases }, l) => {
    loops.weights[l].set(Float32Array.from(weights));
    loops.biases[l].set(Float32Array.from(biases));
  });
  const learner = createLearner({ network, optimizer: sgd({ learningRate: 0.5 }) });
  let state = learner.init();
  for (let i = 0; i < 20; i++) {
    const features = Float32Array.from({ length: 5 }, (_, k) => Math.sin(i + k));
    const target = Float32Array.of(i % 2, 0.5, (i + 1) % 2);
    const learned = learner.learnOne(state, { features, target });
    const output = loops.predict(features);
    assertClose(output, learned.output, { absolute: 1e-5 });
    loops.learn(features, target);
    state = learned.state;
  }
});
