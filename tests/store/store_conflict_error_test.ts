import { StoreConflictError } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

Deno.test("StoreConflictError names what was to be saved or removed, and the version that was expected", () => {
  const error = new StoreConflictError("mnist", "7");
  assertEquals([error.name, error.message], [
    "StoreConflictError",
    'Cannot save "mnist" as it has changed: expected version is 7',
  ]);
  assertEquals(
    new StoreConflictError("mnist", undefined).message,
    'Cannot save "mnist" as it has changed: expected version is none',
  );
  assertEquals(
    new StoreConflictError("mnist", "7", "remove").message,
    'Cannot remove "mnist" as it has changed: expected version is 7',
  );
});
