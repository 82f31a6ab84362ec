import { assertEquals } from "@std/assert";
import { labelProbabilities } from "../../lib/http/label_probabilities.ts";

Deno.test("labelProbabilities() parts one output between two labels, and leaves others as they are", () => {
  assertEquals(labelProbabilities([0.75], ["no", "yes"]), [0.25, 0.75]);
  const others: [output: number[], labels: string[]][] = [
    [[0.75], ["yes"]],
    [[0.25, 0.75], ["no", "yes"]],
    [[0.2, 0.3, 0.5], ["a", "b"]],
    [[], []],
  ];
  for (const [output, labels] of others) assertEquals(labelProbabilities(output, labels) === output, true);
});
