import { createNetwork, type Gradients } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { meanGradients, scaleGradients } from "../../lib/learner/mean_gradients.ts";

const network = createNetwork({ inputs: 2, layers: [{ units: 1 }] });
const of = (first: number, second: number, bias: number): Gradients => {
  return { weights: [Float32Array.of(first, second)], biases: [Float32Array.of(bias)] };
};

Deno.test("scaleGradients() multiplies every gradient, in new arrays", () => {
  const gradients = of(1, -2, 3);
  assertEquals(scaleGradients(gradients, 0.5), of(0.5, -1, 1.5));
  assertEquals(scaleGradients(gradients, 0), of(0, -0, 0));
  assertEquals(gradients, of(1, -2, 3));
});

Deno.test("scaleGradients() by 1 gives the same gradients", () => {
  const gradients = of(1, 2, 3);
  assert(scaleGradients(gradients, 1) === gradients);
});

Deno.test("meanGradients() is the sum divided by the number of samples", () => {
  assertEquals(meanGradients(network, [of(1, 2, 3), of(3, 4, -7), of(2, 0, 1), of(0, 0, 0)]), of(1.5, 1.5, -0.75));
});

Deno.test("meanGradients() of one sample is its gradient", () => {
  assertEquals(meanGradients(network, [of(0.1, -2, 3e-30)]), of(0.1, -2, 3e-30));
});

Deno.test("meanGradients() of no samples is 0", () => {
  assertEquals(meanGradients(network, []), of(0, 0, 0));
});

Deno.test("meanGradients() reads gradients once, and changes none", () => {
  const all = [of(1, 2, 3), of(3, 4, 5)];
  let made = 0;
  const each = function* () {
    for (const one of all) {
      made++;
      yield one;
    }
  };
  assertEquals(meanGradients(network, each()), of(2, 3, 4));
  assertEquals([made, all], [2, [of(1, 2, 3), of(3, 4, 5)]] as never);
});
