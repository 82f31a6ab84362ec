import { createNetwork, type StepState } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { fromBlocks } from "../../lib/optimizer/from_blocks.ts";

Deno.test("fromBlocks() makes one block of the gradients and views of the update", () => {
  const network = createNetwork({ inputs: 2, layers: [{ units: 1 }] });
  const doubling = fromBlocks<StepState>({
    spec: { name: "sgd", learningRate: -2 },
    numbers: () => [2],
    init: () => ({ step: 0 }),
    step: ({ step }, gradient) => [Float32Array.from(gradient, (g) => 2 * g), { step: step + 1 }],
  });
  const gradients = { weights: [Float32Array.of(1, 2)], biases: [Float32Array.of(3)] };
  const [updates, state] = doubling.update(doubling.init(network), gradients, network);
  assertEquals([[...updates.weights[0]], [...updates.biases[0]], state], [[2, 4], [6], { step: 1 }]);
  assertEquals(doubling.spec, { name: "sgd", learningRate: -2 });
});

Deno.test("fromBlocks() is one stage of the SIMD kernel", () => {
  const { program } = fromBlocks<StepState>({
    spec: { name: "momentum" },
    memories: ["velocity"],
    numbers: (step) => [step],
    init: () => ({ step: 0 }),
    step: (state, gradient) => [gradient, state],
  });
  assertEquals(program?.stages.map(({ name, memories }) => [name, memories]), [["momentum", ["velocity"]]]);
  assertEquals(program?.stages[0].numbers(3), [3]);
  assertEquals(program?.join(program.split({ step: 5 })), { step: 5 });
});
