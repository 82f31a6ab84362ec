import { assertEquals } from "@std/assert";
import { runExample } from "./run_example.ts";

Deno.test("examples/flights.ts tells late flights, and who serves", async () => {
  const lines = await runExample("flights", "2500");
  const [own, prior] = lines.slice(1, 3).map((line) => line.match(/AUC (\S+), log loss (\S+)/)!.slice(1).map(Number));
  assertEquals(own[0] > prior[0] + 0.02 && own[1] < prior[1], true, lines.join("\n"));
  assertEquals(/serving at the end: (linear|small|usual)$/.test(lines.at(-1)!), true);
});
