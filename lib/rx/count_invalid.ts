/**
 * What happens to something that cannot be used.
 *
 * @typeParam E The error that says what is wrong with it.
 */
export interface InvalidOptions<E extends Error = Error> {
  /**
   * Whether the first one ends the stream with its error, or each one is left out and counted.
   *
   * @default {"stop"}
   */
  readonly invalid?: "stop" | "skip";
  /** Is told about each one that is skipped, and how many there were so far. */
  readonly onInvalid?: (error: E, skipped: number) => void;
}

/** Decides what happens to things that cannot be used, and counts them. */
export interface InvalidCounter<E extends Error> {
  /** How many were skipped. */
  readonly skipped: number;
  /** Throws the error, or counts it. */
  reject(error: E): void;
}

/**
 * Makes the counter of one subscriber.
 *
 * @param options What happens to something that cannot be used.
 * @returns The counter.
 * @throws {RangeError} If `invalid` is neither stop nor skip.
 */
export function countInvalid<E extends Error>(options: InvalidOptions<E>): InvalidCounter<E> {
  const { invalid = "stop", onInvalid } = options;
  if (invalid !== "stop" && invalid !== "skip") {
    throw new RangeError(`Cannot use options as invalid must be "stop" or "skip": current value is ${invalid}`);
  }
  let skipped = 0;
  return {
    get skipped() {
      return skipped;
    },
    reject(error) {
      if (invalid === "stop") throw error;
      skipped++;
      onInvalid?.(error, skipped);
    },
  };
}
