import { assertEquals } from "@std/assert";
import { tooLarge } from "../../../lib/http/body/too_large.ts";

Deno.test("tooLarge() is a 413 that says the limit and closes the connection", () => {
  const { problem, headers } = tooLarge(5);
  assertEquals([problem.status, problem.detail, headers], [
    413,
    "Cannot read the body as it must have 5 bytes at most",
    { connection: "close" },
  ]);
});
