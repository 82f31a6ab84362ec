import { parseField } from "@backstream/backstream/csv";
import { assertEquals } from "@std/assert";

Deno.test("parseField() reads numbers, true and false, and what is empty; all else is a text", () => {
  const values: [text: string, value: unknown][] = [
    ["0", 0],
    ["-3.25", -3.25],
    [".5", 0.5],
    ["+7.", 7],
    ["1e-3", 0.001],
    [" 12 ", 12],
    ["true", true],
    ["false", false],
    ["", null],
    ["True", "True"],
    ["Paris", "Paris"],
    ["12 km", "12 km"],
    ["1,5", "1,5"],
    ["0x10", "0x10"],
    ["NaN", "NaN"],
    ["Infinity", "Infinity"],
    ["-", "-"],
    ["2020-01-31", "2020-01-31"],
    ["00501", "00501"],
    ["-01", "-01"],
    ["0.5", 0.5],
    ["ü", "ü"],
  ];
  for (const [text, value] of values) assertEquals(parseField(text), value, text);
});

Deno.test("parseField() gives an infinite number for one that float64 does not have, so that it is refused as such", () => {
  assertEquals(parseField("1e999"), Infinity);
});
