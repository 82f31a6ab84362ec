import { ConnectionError } from "@backstream/backstream/client";
import { assertEquals } from "@std/assert";

Deno.test("ConnectionError is an Error that says what could not be reached, and why", () => {
  const cause = new TypeError("connection reset");
  const error = new ConnectionError("http://endpoint/models", { cause });
  assertEquals([error instanceof Error, error.name, error.cause], [true, "ConnectionError", cause]);
  assertEquals(
    error.message,
    "Cannot reach http://endpoint/models as it must answer: current value is connection reset",
  );
  assertEquals(new ConnectionError("a", { cause: 7 }).message.endsWith("current value is 7"), true);
});
