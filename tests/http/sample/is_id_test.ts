import { assertEquals } from "@std/assert";
import { isId } from "../../../lib/http/sample/is_id.ts";

Deno.test("isId() takes texts of 1 to 256 characters", () => {
  assertEquals(["a", "x".repeat(256), "__proto__", " "].map(isId), [true, true, true, true]);
  assertEquals(["", "x".repeat(257), 5, null, undefined, ["a"], { length: 5 }].some(isId), false);
});
