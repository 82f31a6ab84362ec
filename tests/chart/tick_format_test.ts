import { scaleLinear } from "../../lib/deps/d3_scale.ts";
import { assertEquals } from "@std/assert";
import { tickFormat } from "../../lib/chart/tick_format.ts";

/** The texts of some values on a scale over a domain. */
function texts(domain: [number, number], values: number[], format?: "percent"): string[] {
  return values.map(tickFormat(scaleLinear().domain(domain), 5, format));
}

Deno.test("tickFormat() separates thousands and writes large and small numbers short", () => {
  assertEquals(texts([0, 60_000], [0, 20_000]), ["0", "20,000"]);
  assertEquals(texts([0, 2], [0.5, 1]), ["0.5", "1.0"]);
  assertEquals(texts([0, 4e7], [2e7]), ["20M"]);
  assertEquals(texts([0, 1e-6], [5e-7]), ["5e-7"]);
  assertEquals(texts([0, 1e-6], [0]), ["0"]);
  assertEquals(texts([0, 4e7], [0]), ["0"]);
});

Deno.test("tickFormat() writes shares as percent", () => {
  assertEquals(texts([0, 1], [0.2, 1], "percent"), ["20%", "100%"]);
  assertEquals(texts([0.9, 0.91], [0.905], "percent"), ["90.5%"]);
});
