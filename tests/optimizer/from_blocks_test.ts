import { createNetwork } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { fromBlocks } from "../../lib/optimizer/from_blocks.ts";

Deno.test("fromBlocks() makes one block of the gradients and views of the update", () => {
  const network = createNetwork({ inputs: 2, layers: [{ units: 1 }] });
  const doubling = fromBlocks<number>({
    spec: { name: "doubling" },
    init: () => 0,
    step: (state, gradient) => [Float32Array.from(gradient, (g) => 2 * g), state + 1],
  });
  const gradients = { weights: [Float32Array.of(1, 2)], biases: [Float32Array.of(3)] };
  const [updates, state] = doubling.update(doubling.init(network), gradients, network);
  assertEquals([[...updates.weights[0]], [...updates.biases[0]], state], [[2, 4], [6], 1]);
  assertEquals(doubling.spec, { name: "doubling" });
});
