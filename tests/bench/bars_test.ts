import { assertEquals } from "@std/assert";
import { barLines, ratio } from "./bars.ts";

const result = { name: "step", medians: new Map([["C (gcc)", 4], ["NumPy", 60], ["brain.js", 80]]), leftOut: [] };

Deno.test("ratio() divides times, of the fastest where there are several", () => {
  assertEquals(ratio(result, "NumPy", "C"), 15);
  assertEquals(ratio(result, ["brain.js", "NumPy", "nobody"], "C"), 15);
  assertEquals([ratio(result, "nobody", "C"), ratio(undefined, "NumPy", "C")], [undefined, undefined]);
});

Deno.test("barLines() says what is met, missed and not measured", () => {
  const bars = [
    { text: "a", value: 0.9, atMost: 0.95 },
    { text: "b", value: 19, atLeast: 20 },
    { text: "c", value: undefined, atLeast: 20 },
  ];
  assertEquals(
    barLines(bars),
    "- met: a 0.9, at most 0.95\n- MISSED: b 19, at least 20\n- not measured: c, at least 20\n",
  );
});
