import type { Round } from "./contender.ts";

/**
 * A round that goes through samples again and again until the time is over.
 *
 * @param count How many samples one run takes.
 * @param run Takes them once.
 * @param now Milliseconds.
 * @returns The round.
 */
export function repeat(count: number, run: () => void, now: () => number = () => performance.now()): Round {
  return (milliseconds) => {
    const start = now();
    let samples = 0;
    let elapsed = 0;
    do {
      run();
      samples += count;
      elapsed = now() - start;
    } while (elapsed < milliseconds);
    return 1000 * elapsed / samples;
  };
}
