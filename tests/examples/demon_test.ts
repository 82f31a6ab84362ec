import { assertEquals } from "@std/assert";
import { runExample } from "./run_example.ts";

Deno.test("examples/demon.ts shows for every neuron that the cost changes by about delta dz", async () => {
  const lines = await runExample("demon");
  const rows = lines.slice(3).map((line) => line.trim().split(/\s+/).map(Number));
  assertEquals(rows.map(([layer, neuron]) => [layer, neuron]), [
    [2, 1],
    [2, 2],
    [2, 3],
    [2, 4],
    [3, 1],
    [3, 2],
    [3, 3],
    [4, 1],
    [4, 2],
  ]);
  for (const [layer, neuron, , delta, predicted, change] of rows) {
    const where = `layer ${layer}, neuron ${neuron}: ${predicted} and ${change}`;
    assertEquals(Math.abs(predicted - 0.01 * delta) <= 1e-3 * Math.abs(predicted) + 1e-8, true, where);
    // The cost is rounded to float32, 6e-8 of its size here; what is left is of the order of dz squared.
    assertEquals(Math.abs(change - predicted) <= 0.02 * Math.abs(predicted) + 1e-6, true, where);
  }
});
