import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { requireMembers } from "../../../lib/http/sample/require_members.ts";

Deno.test("requireMembers() gives the object as it is", () => {
  const sample = { features: [1], weight: 2 };
  assertEquals(requireMembers(sample, ["features"], ["weight"]) === sample, true);
});

Deno.test("requireMembers() refuses what is no object, lacks a member, inherits it, or has one more", () => {
  const needed = "Cannot use sample as it must be an object with id and target: current value is";
  const others = "Cannot use sample as it must have no members but id, target, weight: current value is";
  const refused: [value: unknown, message: string][] = [
    [42, `${needed} 42`],
    [null, `${needed} null`],
    ["id", `${needed} "id"`],
    [[1, 2], `${needed} an array of length 2`],
    [{ id: "a" }, `${needed} an object with keys id`],
    [Object.create({ id: "a", target: 1 }), `${needed} an object with keys `],
    [{ id: "a", target: 1, wieght: 2 }, `${others} an object with keys id, target, wieght`],
    [JSON.parse('{"id":"a","target":1,"__proto__":{}}'), `${others} an object with keys id, target, __proto__`],
  ];
  for (const [value, message] of refused) {
    assertThrows(() => requireMembers(value, ["id", "target"], ["weight"]), SampleError, message);
  }
});
