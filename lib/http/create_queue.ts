/** Runs a task after all that were given before it, whether or not they have succeeded. */
export type Queue = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * Makes a queue, in which one task runs at a time.
 *
 * @returns The queue, which resolves to what the task resolves to.
 */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    last = run.catch(() => {});
    return run;
  };
}
