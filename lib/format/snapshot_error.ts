/**
 * Thrown when bytes are not a snapshot that can be read: cut short, of another format, or of a newer version.
 *
 * @example Usage
 * ```ts
 * import { decodeLearner, SnapshotError } from "@backstream/backstream";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(
 *   () => decodeLearner(Uint8Array.of(1, 2)),
 *   SnapshotError,
 *   "Cannot decode snapshot as it must hold at least 8 bytes: current value is 2",
 * );
 * ```
 */
export class SnapshotError extends RangeError {
  /** The name of the class. */
  override readonly name = "SnapshotError";

  /**
   * @param rule What the snapshot must be or do, after the words "as it must".
   * @param value What was found instead; all but texts are shown as JSON.
   */
  constructor(rule: string, value: unknown) {
    super(`Cannot decode snapshot as it must ${rule}: current value is ${describe(value)}`);
  }
}

/** A value in a few characters. */
function describe(value: unknown): string {
  const text = typeof value === "object" ? toJson(value) : String(value);
  return text.length <= 200 ? text : `${text.slice(0, 197)}...`;
}

/** Not String(value), as parsed JSON may hold objects whose own `toString` is no function. */
function toJson(value: object | null): string {
  try {
    return JSON.stringify(value);
  } catch {
    return "an object that nests too deep"; // which JSON.parse can make and JSON.stringify cannot write
  }
}
