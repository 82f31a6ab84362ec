import { assertEquals } from "@std/assert";
import { runExample } from "./run_example.ts";

Deno.test("examples/xor.ts learns the exclusive or", async () => {
  const lines = await runExample("xor");
  const costs = lines.slice(0, -4).map((line) => Number(line.match(/mean cost (\S+)$/)?.[1]));
  assertEquals(costs.length, 5);
  assertEquals(costs[4] < 0.01 && costs[4] < costs[0], true);
  const outputs = lines.slice(-4).map((line) => Number(line.match(/= (\S+)/)?.[1]));
  assertEquals(outputs.map(Math.round), [0, 1, 1, 0]);
});
