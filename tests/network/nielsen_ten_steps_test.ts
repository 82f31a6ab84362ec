import { backprop, createLearner, createNetwork, parameterBlock, sgd, withParameters } from "@backstream/backstream";
import { assertClose } from "../helper/assert_close.ts";
import reference from "../reference/nielsen_ten_steps.json" with { type: "json" };

const { sizes: [inputs, ...units], learningRate, parameters, steps } = reference;
const shape = createNetwork({ inputs, layers: units.map((units) => ({ units })), cost: "quadratic" });
const first = withParameters(shape, Float32Array.from(parameters));
const float32 = { relative: 2e-6, absolute: 2e-7 };

Deno.test("ten steps of the source text: backprop() agrees with float64 within 2e-6 in cost, output and gradients", () => {
  let network = first;
  for (const step of steps) {
    const { cost, output, gradients } = backprop(network, step.features, step.target);
    assertClose([cost], [step.cost], float32);
    assertClose(output, step.output, float32);
    assertClose(parameterBlock(network, gradients), step.gradients, float32);
    network = withParameters(network, Float32Array.from(step.parameters));
  }
});

Deno.test("ten steps of the source text: learnOne() under sgd stays within 5e-6 of the float64 weights, costs and outputs", () => {
  const learner = createLearner({ network: first, optimizer: sgd({ learningRate }) });
  let state = learner.init();
  const bounds = { relative: 5e-6, absolute: 5e-7 };
  for (const step of steps) {
    const learned = learner.learnOne(state, step);
    assertClose([learned.cost], [step.cost], bounds);
    assertClose(learned.output, step.output, bounds);
    assertClose(learned.state.network.parameters, step.parameters, bounds);
    state = learned.state;
  }
});
