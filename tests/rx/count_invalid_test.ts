import { assertEquals, assertThrows } from "@std/assert";
import { countInvalid } from "../../lib/rx/count_invalid.ts";

Deno.test("countInvalid() throws the first error by default, and counts none", () => {
  const invalid = countInvalid({});
  assertThrows(() => invalid.reject(new SyntaxError("unread")), SyntaxError, "unread");
  assertEquals(invalid.skipped, 0);
});

Deno.test("countInvalid() counts errors and tells of each", () => {
  const told: [string, number][] = [];
  const invalid = countInvalid({
    invalid: "skip",
    onInvalid: ({ message }, skipped) => void told.push([message, skipped]),
  });
  invalid.reject(new Error("a"));
  invalid.reject(new Error("b"));
  assertEquals([invalid.skipped, told], [2, [["a", 1], ["b", 2]]]);
});

Deno.test("countInvalid() rejects an unknown way", () => {
  assertThrows(
    () => countInvalid({ invalid: "ignore" as "skip" }),
    RangeError,
    'Cannot use options as invalid must be "stop" or "skip": current value is ignore',
  );
});
