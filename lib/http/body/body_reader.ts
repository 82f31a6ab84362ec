/** A body that is read piece by piece. */
export interface BodyReader {
  /**
   * The next bytes, or undefined after the last.
   *
   * @throws {RequestError} 408 if they are late, 413 if they are too many, 400 if they cannot be inflated, and 503 if the
   * connection is lost, as it is when the server shuts down while a body arrives.
   */
  read(): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Reads no further. */
  cancel(): void;
}

/** How much of a body is read, and how long it is waited for. */
export interface BodyLimits {
  /** How many bytes it may have, as it arrives and when it is inflated. */
  readonly bytes: number;
  /** For how many milliseconds the next bytes are waited for. */
  readonly milliseconds: number;
}
