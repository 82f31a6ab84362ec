import { assertEquals } from "@std/assert";
import { describeSummary } from "../../lib/http/describe_summary.ts";

const summary = { version: 3, learned: 2, duplicates: 1, refused: 4, cost: 0.5, before: 7 };

Deno.test("describeSummary() tells the numbers", () => {
  const { learned: samples, ...rest } = summary;
  assertEquals(describeSummary(summary), { samples, ...rest });
});

Deno.test("describeSummary() has null for the cost of nothing", () => {
  assertEquals(describeSummary({ ...summary, learned: 0, cost: NaN }).cost, null);
});
