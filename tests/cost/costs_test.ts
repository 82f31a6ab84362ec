import { type CostName, costs } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { outputOf } from "../helper/output_of.ts";

Deno.test("costs holds the three names in the order of the documentation", () => {
  assertEquals(Object.keys(costs), ["quadratic", "crossEntropy", "huber"]);
});

Deno.test("costs holds each function under its own name", () => {
  const output = outputOf("identity", [0.5, 3]);
  const expected: Record<CostName, number> = { quadratic: 4.625, crossEntropy: 16.8112, huber: 2.625 };
  for (const [name, cost] of Object.entries(expected)) {
    assertEquals(Math.round(costs[name as CostName].cost(output, [0, 0]) * 1e4) / 1e4, cost, name);
  }
});

Deno.test("costs change nothing that they are given, and return a row of their own", () => {
  for (const { cost, gradient, outputDelta } of Object.values(costs)) {
    const output = outputOf("sigmoid", [0.5, 3]);
    const target = [1, 0];
    const before = structuredClone([output, target]);
    cost(output, target);
    gradient(output, target).fill(9);
    outputDelta(output, target, (g) => g);
    assertEquals([output, target], before);
  }
});
