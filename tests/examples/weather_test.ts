import { assertEquals } from "@std/assert";
import { runExample } from "./run_example.ts";

Deno.test("examples/weather.ts predicts the next day better than those who never look at the features", async () => {
  const lines = await runExample("weather");
  const score = (name: string) => {
    const line = lines.find((line) => line.trim().startsWith(name))!;
    return line.match(/accuracy (\S+) .*log loss (\S+)/)!.slice(1).map(Number);
  };
  const [accuracy, loss] = score("the table learner");
  assertEquals(accuracy > score("the same as today")[0] && accuracy > score("how often so far")[0], true);
  assertEquals(loss < score("how often so far")[1] - 0.2, true);
  const chances = lines.slice(-5).map((line) => Number(line.match(/(\d+) %$/)?.[1]));
  assertEquals(Math.abs(chances.reduce((sum, chance) => sum + chance) - 100) <= 2, true, `${chances}`);
});
