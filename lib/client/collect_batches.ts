/** How large batches are, and how long they wait. */
export interface BatchOptions {
  /** How many items a batch has at most. */
  readonly size: number;
  /** After how many milliseconds a batch is given that has fewer. */
  readonly linger: number;
}

/**
 * Collects what comes into batches. One is given when it is full, or when it has waited long enough; the source is asked
 * for one item ahead of what has been given.
 *
 * @typeParam T What comes.
 * @param source What gives it.
 * @param options How large batches are.
 * @returns The batches, none of them empty.
 */
export async function* collectBatches<T>(
  source: AsyncIterable<T> | Iterable<T>,
  { size, linger }: BatchOptions,
): AsyncGenerator<T[], void, void> {
  const iterator: AsyncIterator<T> | Iterator<T> = Symbol.asyncIterator in source
    ? source[Symbol.asyncIterator]()
    : source[Symbol.iterator]();
  let ended = false;
  const take = async (): Promise<IteratorResult<T>> => await iterator.next();
  let next = take();
  try {
    while (!ended) {
      const batch: T[] = [];
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = () => new Promise<undefined>((resolve) => timer = setTimeout(resolve, linger, undefined));
      let deadline: Promise<undefined> | undefined;
      try {
        while (batch.length < size) {
          const result = await (batch.length === 0 ? next : Promise.race([next, deadline ??= late()]));
          if (result === undefined) break;
          ended = result.done === true;
          if (result.done) break;
          batch.push(result.value);
          if (batch.length < size) next = take();
        }
      } catch (error) {
        ended = true; // the source has ended itself
        if (batch.length > 0) yield batch;
        throw error;
      } finally {
        clearTimeout(timer);
      }
      const isFull = batch.length === size;
      if (batch.length > 0) yield batch;
      if (isFull) next = take();
    }
  } finally {
    if (!ended) {
      next.catch(() => {}); // nobody waits for it any more
      void Promise.resolve(iterator.return?.()).catch(() => {});
    }
  }
}
