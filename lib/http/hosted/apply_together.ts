import type { Steps } from "./apply_items.ts";
import type { Draft } from "./draft.ts";
import { type Job, learnJobs } from "./learn_jobs.ts";
import { runInSlices } from "./run_in_slices.ts";

/** A change of a model: a request that asks for samples to be learned, or something that is done at once. */
export type Change<T> =
  | { steps(draft: Draft): Steps }
  | { run(draft: Draft): T };

/** Who waits for a change. */
export interface Waiter {
  /** Takes what it has done. */
  resolve(value: unknown): void;
  /** Takes why it could not be done. */
  reject(reason: unknown): void;
}

/** A request that waits for its job. */
interface Asking extends Waiter {
  readonly steps: Steps;
  readonly job: Job;
}

/**
 * Applies changes to a draft in their order. The samples of requests that have nothing in common are learned at once.
 *
 * @param draft The draft.
 * @param changes The changes, and who waits for them.
 * @param careful Whether the state is looked at on the way.
 * @returns Tells those who wait what has become of their changes.
 */
export async function applyTogether(
  draft: Draft,
  changes: readonly (Change<unknown> & Waiter)[],
  careful: boolean,
): Promise<() => void> {
  const turn = { began: performance.now() };
  const settlements: (() => void)[] = [];
  let asking: Asking[] = [];

  const settle = ({ resolve, reject }: Waiter, run: () => unknown): void => {
    try {
      const value = run();
      settlements.push(() => resolve(value));
    } catch (error) {
      settlements.push(() => reject(error));
    }
  };

  const learn = async (): Promise<void> => {
    const asked = asking;
    asking = [];
    const jobs = asked.map(({ job }) => job);
    try {
      const { state, results } = await runInSlices(learnJobs({ ...draft.current(), jobs, careful }), turn);
      draft.advance(state);
      asked.forEach((each, i) => settle(each, () => each.steps.next(results[i]).value));
    } catch (error) {
      for (const each of asked) settle(each, () => each.steps.throw(error));
    }
  };

  for (const change of changes) {
    if ("run" in change) settle(change, () => change.run(draft));
    else {
      try {
        const steps = change.steps(draft);
        let step = steps.next();
        while (!step.done && step.value === "wait") {
          await learn();
          step = steps.next();
        }
        const { done, value } = step;
        if (done) settlements.push(() => change.resolve(value));
        else asking.push({ ...change, steps, job: value as Job });
      } catch (error) {
        settlements.push(() => change.reject(error));
      }
    }
  }
  await learn();
  return () => settlements.forEach((each) => each());
}
