import { assertEquals } from "@std/assert";
import { runExample } from "./run_example.ts";

Deno.test("examples/nielsen.ts learns in mini-batches, epoch after epoch", async () => {
  const lines = await runExample("nielsen", "--epochs", "2", "--digits", "5000");
  assertEquals(lines.length, 3);
  const [first, second] = lines.map((line) => Number(line.match(/^epoch \d: (\d+) of 10000 test digits right$/)?.[1]));
  assertEquals(first > 7000 && second > first, true, lines.join("\n"));
  assertEquals(lines[2], `best epoch: ${(second / 100).toFixed(2)} % of the test digits right`);
});
