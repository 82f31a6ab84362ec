/** What a delay depends on. */
export interface RetryDelayOptions {
  /** How often it was tried before, from 0 on. */
  readonly attempt: number;
  /** The header `Retry-After` of the answer, in seconds or as a date. */
  readonly retryAfter?: string | null;
  /** A random number from 0 to 1. */
  readonly random: number;
  /** What time it is, in milliseconds since 1970. */
  readonly now: number;
}

const FIRST = 100;
const LONGEST = 10_000;

/**
 * How long to wait before trying again: 100 ms, doubled each time up to 10 s, of which a random half is left out, so that
 * clients do not come back together; and at least as long as the server asks.
 *
 * @param options What it depends on.
 * @returns Milliseconds.
 */
export function retryDelay({ attempt, retryAfter, random, now }: RetryDelayOptions): number {
  const backoff = Math.min(LONGEST, FIRST * 2 ** attempt) * (1 - random / 2);
  return Math.max(backoff, askedFor(retryAfter ?? "", now));
}

function askedFor(retryAfter: string, now: number): number {
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? 0 : date - now;
}
