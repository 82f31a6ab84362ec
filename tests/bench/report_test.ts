import { assertEquals } from "@std/assert";
import { table } from "./report.ts";

Deno.test("table() gives times, rates and ratios, and who was left out", () => {
  const medians = new Map([["a", 2], ["b", 123.456]]);
  assertEquals(
    table({ name: "step", medians, leftOut: ["c: it is not there"] }),
    `## step

| | us a sample | samples/s | times the first |
|---|---:|---:|---:|
| a | 2 | 500,000 | 1 |
| b | 123 | 8,100 | 61.7 |

- left out: c: it is not there
`,
  );
});
