import { harmonicMean } from "../../lib/metric/harmonic_mean.ts";
import { assertEquals } from "@std/assert";

Deno.test("harmonicMean() is that of precision and recall", () => {
  const [hits, targets, outputs] = [3, 4, 6]; // recall 3 / 4, precision 3 / 6
  assertEquals(harmonicMean(hits, targets + outputs), 0.6);
});

Deno.test("harmonicMean() is 0 where there is nothing", () => assertEquals(harmonicMean(0, 0), 0));
