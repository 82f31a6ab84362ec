import { SnapshotError } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";

Deno.test("SnapshotError names the rule and what was found", () => {
  const error = new SnapshotError("be of version 1", 2);
  assertEquals([error.name, error.message], [
    "SnapshotError",
    "Cannot decode snapshot as it must be of version 1: current value is 2",
  ]);
  assert(error instanceof RangeError);
});

Deno.test("SnapshotError shows any value in at most 200 characters", () => {
  const shown = (value: unknown) => new SnapshotError("r", value).message.split("current value is ")[1];
  assertEquals([undefined, null, "text", { a: [1] }].map(shown), ["undefined", "null", "text", '{"a":[1]}']);
  assertEquals(shown({ toString: 1, valueOf: 2 }), '{"toString":1,"valueOf":2}');
  assertEquals(shown("a".repeat(201)), `${"a".repeat(197)}...`);
  const deep = JSON.parse("[".repeat(100_000) + "]".repeat(100_000)); // too deep for the JSON.stringify of some engines
  assert(["an object that nests too deep", `${"[".repeat(197)}...`].includes(shown(deep)));
});
