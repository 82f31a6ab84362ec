import { createNetwork } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { shapeOf } from "../../lib/format/shape_of.ts";

Deno.test("shapeOf() is what createNetwork() needs to make a network of the same form", () => {
  const network = createNetwork({ inputs: 3, layers: [{ units: 2, activation: "tanh" }, { units: 1 }], cost: "huber" });
  const shape = shapeOf(network);
  assertEquals(shape, {
    inputs: 3,
    layers: [{ units: 2, activation: "tanh" }, { units: 1, activation: "sigmoid" }],
    cost: "huber",
  });
  assertEquals(createNetwork(shape).parameters.length, network.parameters.length);
});
