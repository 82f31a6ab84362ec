/** Options of {@linkcode retryLocked}. */
export interface RetryLockedOptions {
  /**
   * How often to try.
   *
   * @default {24}
   */
  readonly attempts?: number;
  /** A number from 0 on and below 1, so that two processes do not wait equally long. `Math.random` by default. */
  readonly random?: () => number;
  /** Waits that many milliseconds. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** The longest time to wait, in milliseconds, before another try. */
const LONGEST = 250;

/**
 * Tries again while a Deno KV file is locked by another process: opening it and committing to it both fail then. It waits
 * for a random time below 1, 2, 4, ... and at most 250 milliseconds.
 *
 * @param task What to try. It must be harmless to do twice.
 * @param options How often to try, and how to wait.
 * @returns What the task resolves to.
 * @throws {unknown} What the task throws, if it is something else or the last try.
 *
 * @example Open a file that other processes open as well
 * ```ts
 * import { retryLocked } from "@backstream/backstream/store/deno_kv";
 * import { assertEquals } from "@std/assert";
 *
 * let tries = 0;
 * const open = () => ++tries < 3 ? Promise.reject(new TypeError("database is locked")) : Promise.resolve("open");
 * assertEquals(await retryLocked(open), "open"); // open: () => Deno.openKv("models.kv")
 * assertEquals(tries, 3);
 * ```
 */
export async function retryLocked<T>(task: () => Promise<T>, options: RetryLockedOptions = {}): Promise<T> {
  const { attempts = 24, random = Math.random, sleep = wait } = options;
  for (let attempt = 1;; attempt++) {
    try {
      return await task();
    } catch (error) {
      if (attempt >= attempts || !isLocked(error)) throw error;
      await sleep(random() * Math.min(2 ** attempt, LONGEST));
    }
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && error.message.includes("database is locked");
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
