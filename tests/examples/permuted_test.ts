import { assertEquals } from "@std/assert";
import { runExample } from "./run_example.ts";

Deno.test("examples/permuted.ts finds that the labels have changed, and learns the new ones sooner than plain descent", async () => {
  const lines = await runExample("permuted", "3000");
  const [plain, table] = lines.map((line) => Number(line.match(/after (\d+) digits/)?.[1] ?? Infinity));
  assertEquals(table < plain, true, lines.join("\n"));
  assertEquals(/[1-9]\d* drifts found$/.test(lines[1]), true, lines[1]);
});
