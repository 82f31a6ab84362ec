import { assertEquals } from "@std/assert";
import { faultyRow, readRow } from "../../../lib/http/stream/row.ts";

Deno.test("faultyRow() says which line is not what it must be", () => {
  const { line, length, fault } = faultyRow(3, "be JSON", 5);
  assertEquals([line, length, fault?.message], [
    3,
    5,
    "Cannot use line 3 as it must be JSON: current value is undefined",
  ]);
});

Deno.test("readRow() holds what was read", () => {
  const { line, length, value, fault } = readRow(3, 5, [1]);
  assertEquals([line, length, value, fault], [3, 5, [1], undefined]);
});
