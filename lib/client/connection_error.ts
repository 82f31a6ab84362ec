/**
 * Thrown when there was no answer, or only a part of one, however often it was tried; `cause` is the last reason.
 *
 * @example Usage
 * ```ts
 * import { ConnectionError } from "@backstream/backstream/client";
 * import { assertEquals } from "@std/assert";
 *
 * const error = new ConnectionError("http://localhost:8000/models", { cause: new TypeError("refused") });
 * assertEquals(error.message, "Cannot reach http://localhost:8000/models as it must answer: current value is refused");
 * ```
 */
export class ConnectionError extends Error {
  /** The name of the class. */
  override readonly name = "ConnectionError";

  /**
   * @param url What was to answer.
   * @param options The reason.
   */
  constructor(url: string, options: { cause: unknown }) {
    const { cause } = options;
    const current = cause instanceof Error ? cause.message : String(cause);
    super(`Cannot reach ${url} as it must answer: current value is ${current}`, options);
  }
}
