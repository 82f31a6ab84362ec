/**
 * Thrown when another writer was first: load again, learn again, save again.
 *
 * @example Usage
 * ```ts
 * import { memoryStore, StoreConflictError } from "@backstream/backstream";
 * import { assertRejects } from "@std/assert";
 *
 * const store = memoryStore();
 * await store.save("model", Uint8Array.of(1), undefined);
 * await assertRejects(() => store.save("model", Uint8Array.of(2), undefined), StoreConflictError);
 * ```
 */
export class StoreConflictError extends Error {
  /** The name of the class. */
  override readonly name = "StoreConflictError";

  /**
   * @param model The name the bytes are kept under.
   * @param expected The version that was expected there.
   * @param action What was to be done.
   */
  constructor(model: string, expected: string | undefined, action: "save" | "remove" = "save") {
    super(`Cannot ${action} "${model}" as it has changed: expected version is ${expected ?? "none"}`);
  }
}
