import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { readLabel } from "../../../lib/http/sample/read_label.ts";

Deno.test("readLabel() takes a label as it is", () => {
  const label = { id: "a", target: "red", weight: 2 };
  assertEquals(readLabel(label) === label as unknown, true);
});

Deno.test("readLabel() names the field that cannot be used", () => {
  const refused: [value: unknown, field: string][] = [
    [{ id: "a" }, "sample"],
    [{ id: "", target: 1 }, "id"],
    [{ id: "a", target: { length: 1 } }, "target"],
    [{ id: "a", target: 1, features: [1] }, "sample"],
  ];
  for (const [value, field] of refused) {
    assertEquals(assertThrows(() => readLabel(value), SampleError).field, field);
  }
});
