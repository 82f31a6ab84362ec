/**
 * Thrown by a store that cannot be used for a while, as others use it: what was asked has not been done, and may be asked
 * again. An endpoint answers 503 then.
 *
 * @example Usage
 * ```ts
 * import { StoreBusyError } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const { message } = new StoreBusyError("the file is locked");
 * assertEquals(message, "Cannot use the store now as the file is locked");
 * ```
 */
export class StoreBusyError extends Error {
  /** The name of the class. */
  override readonly name = "StoreBusyError";

  /**
   * @param reason Why, in the words that follow "as".
   * @param options What it was caused by.
   */
  constructor(reason: string, options?: ErrorOptions) {
    super(`Cannot use the store now as ${reason}`, options);
  }
}
