import { StoreBusyError } from "../store_busy_error.ts";

/** Options of {@linkcode retryLocked}. */
export interface RetryLockedOptions {
  /**
   * How often to try.
   *
   * @default {60}
   */
  readonly attempts?: number;
  /** A number from 0 on and below 1, so that two processes do not wait equally long. `Math.random` by default. */
  readonly random?: () => number;
  /** Waits that many milliseconds. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** The longest time to wait, in milliseconds, before another try: not much longer than a commit takes, or others are first. */
const LONGEST = 100;

/**
 * Tries again while a Deno KV file is locked by another process: opening it and committing to it both fail then. It waits
 * for a random time below 2, 4, 8, ... and at most 100 milliseconds, which is about 3 seconds in all.
 *
 * @param task What to try. It must be harmless to do twice.
 * @param options How often to try, and how to wait.
 * @returns What the task resolves to.
 * @throws {StoreBusyError} If the file is locked at the last try too.
 * @throws {unknown} What the task throws, if it is something else.
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
  const { attempts = 60, random = Math.random, sleep = wait } = options;
  for (let attempt = 1;; attempt++) {
    try {
      return await task();
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (attempt >= attempts) throw new StoreBusyError("its file is locked by another process", { cause: error });
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
