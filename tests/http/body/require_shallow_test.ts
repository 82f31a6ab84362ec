import { assertEquals, assertThrows } from "@std/assert";
import { requireShallow } from "../../../lib/http/body/require_shallow.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

/** Arrays in arrays. */
const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth));

Deno.test("requireShallow() lets through 64 levels, however wide", () => {
  requireShallow(5);
  requireShallow(nested(64));
  requireShallow({ a: Array(1000).fill({ b: [1, 2, 3] }) });
});

Deno.test("requireShallow() refuses more of them, however deep", () => {
  for (const depth of [66, 1_000_000]) {
    const error = assertThrows(
      () => requireShallow(nested(depth)),
      RequestError,
      "Cannot use the body as it must nest 64 levels deep at most",
    );
    assertEquals(error.problem.status, 422);
  }
});
