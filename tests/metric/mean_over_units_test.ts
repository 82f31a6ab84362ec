import { meanOverUnits } from "../../lib/metric/mean_over_units.ts";
import { assertEquals } from "@std/assert";

const distance = (a: number, y: number) => Math.abs(a - y);

Deno.test("meanOverUnits() measures each output and its target", () => {
  assertEquals(meanOverUnits({ output: [1, 5], target: [0, 2] }, distance), 2);
});

Deno.test("meanOverUnits() goes on with zeros where a vector is shorter", () => {
  assertEquals(meanOverUnits({ output: [1], target: [0, 2] }, distance), 1.5);
  assertEquals(meanOverUnits({ output: [1, 2], target: [] }, distance), 1.5);
  assertEquals(meanOverUnits({ output: [], target: [] }, distance), 0);
});
