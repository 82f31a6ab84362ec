import { applyUpdates, type Optimizer } from "@backstream/backstream";
import { assertClose } from "../helper/assert_close.ts";
import reference from "../reference/optimizer_steps.json" with { type: "json" };
import { gradientsOf, oneNeuron } from "./one_neuron.ts";

type Name = Exclude<keyof typeof reference, "start" | "gradients">;

/** Checks ten steps against numbers that tests/reference/optimizer_steps.py has made from the papers in float64. */
export function testTenSteps(name: Name, optimizer: Optimizer): void {
  Deno.test(`${name}() agrees over ten steps with float64 within 2e-6`, () => {
    let network = oneNeuron(...reference.start as [number, number]);
    let state = optimizer.init(network);
    for (const [t, [weight, bias]] of reference.gradients.entries()) {
      const [updates, next] = optimizer.update(state, gradientsOf(weight, bias), network);
      network = applyUpdates(network, updates);
      state = next;
      assertClose(network.parameters, reference[name][t], { relative: 2e-6, absolute: 2e-7 });
    }
  });
}
