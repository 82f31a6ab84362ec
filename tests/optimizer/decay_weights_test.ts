import { createNetwork, withParameters } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { decayWeights } from "../../lib/optimizer/decay_weights.ts";

Deno.test("decayWeights() adds to the weights of every layer and not to the biases", () => {
  const shape = createNetwork({ inputs: 2, layers: [{ units: 1 }, { units: 1 }] });
  const network = withParameters(shape, Float32Array.of(1, 2, 3, 4, 5)); // w w b, w b
  const block = Float32Array.of(10, 20, 30, 40, 50);
  assertEquals([...decayWeights(block, network, (weight) => 2 * weight)], [12, 24, 30, 48, 50]);
  assertEquals([...block], [10, 20, 30, 40, 50]);
});
