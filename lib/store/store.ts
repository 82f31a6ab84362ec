/** What a store keeps under a name. */
export interface Stored {
  /** The bytes, as `encodeLearner` makes them. */
  readonly bytes: Uint8Array;
  /** Which save they came from; it changes with every save. */
  readonly version: string;
}

/**
 * Where snapshots live. Every save is a compare and set, so that no writer overwrites what another one has learned. All methods
 * may throw a `StoreBusyError`: what was asked has not been done, and may be asked again.
 */
export interface Store {
  /** What is kept under the name, or undefined. */
  load(name: string): Promise<Stored | undefined>;
  /**
   * The version of what is kept under the name, or undefined: what `load` would tell, without the bytes. A store that
   * cannot tell it for less than a load may lack this.
   */
  version?(name: string): Promise<string | undefined>;
  /**
   * Keeps the bytes under the name, if the version there is still the expected one.
   *
   * @param name The name.
   * @param bytes What to keep.
   * @param expected The version that was loaded; undefined if there was nothing.
   * @returns The new version; the bytes are durable then.
   * @throws {StoreConflictError} If another writer was first; nothing has changed then.
   */
  save(name: string, bytes: Uint8Array, expected: string | undefined): Promise<string>;
  /**
   * Forgets the name; nothing happens if nothing is kept under it.
   *
   * @param name The name.
   * @param expected The version that was loaded, if only that may go; whatever is there by default.
   * @throws {StoreConflictError} If another writer was first; nothing has changed then.
   */
  remove(name: string, expected?: string): Promise<void>;
}
