import { StoreBusyError } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

Deno.test("StoreBusyError says why the store cannot be used, and has the cause", () => {
  const cause = new TypeError("database is locked");
  const error = new StoreBusyError("the file is locked", { cause });
  assertEquals(
    [error.name, error.message, error.cause],
    ["StoreBusyError", "Cannot use the store now as the file is locked", cause],
  );
});
