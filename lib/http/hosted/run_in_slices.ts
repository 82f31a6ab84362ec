/** So long, in milliseconds, nothing else has a turn. */
const SLICE = 8;

/** The time in which nothing else has a turn; several runs may share one. */
export interface Turn {
  /** When it began, in the milliseconds of `performance.now`. */
  began: number;
}

/**
 * Runs a generator to its end, and lets timers, requests and answers have a turn now and then.
 *
 * @param steps The generator.
 * @param turn The turn it runs in.
 * @returns What the generator returns.
 */
export async function runInSlices<T>(steps: Generator<void, T>, turn: Turn): Promise<T> {
  for (let step = steps.next();; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - turn.began < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    turn.began = performance.now();
  }
}
