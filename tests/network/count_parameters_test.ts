import { countParameters, createNetwork } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

Deno.test("countParameters() is (inputs + 1) units for each layer", () => {
  assertEquals(countParameters([{ inputs: 2, units: 3 }]), 9);
  assertEquals(countParameters([{ inputs: 784, units: 30 }, { inputs: 30, units: 10 }]), 784 * 30 + 30 + 30 * 10 + 10);
});

Deno.test("countParameters() is the length of a network's block", () => {
  const network = createNetwork({ inputs: 3, layers: [{ units: 4 }, { units: 1 }, { units: 2 }] });
  assertEquals(countParameters(network.layers), network.parameters.length);
});

Deno.test("countParameters() is 0 for no layers", () => assertEquals(countParameters([]), 0));
