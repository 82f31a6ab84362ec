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
   * @param value What was found instead.
   */
  constructor(rule: string, value: unknown) {
    super(`Cannot decode snapshot as it must ${rule}: current value is ${value}`);
  }
}
