/** Things that wait for their time. */
export interface LabelQueue<T> {
  /** Lets something wait. */
  add(due: number, item: T): void;
  /** Takes out what is due first, if it is due by now; of what is due at the same time, what came first. */
  next(now: number): T | undefined;
}

interface Entry<T> {
  readonly due: number;
  readonly place: number;
  readonly item: T;
}

/**
 * Makes a queue that gives back what is due first, as a binary heap: in logarithmic time.
 *
 * @typeParam T What waits.
 * @returns The queue, empty.
 */
export function createLabelQueue<T>(): LabelQueue<T> {
  const heap: Entry<T>[] = [];
  let places = 0;
  const isBefore = (a: Entry<T>, b: Entry<T>) => a.due < b.due || (a.due === b.due && a.place < b.place);

  const rise = (entry: Entry<T>): void => {
    let i = heap.length;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (isBefore(heap[parent], entry)) break;
      heap[i] = heap[parent];
      i = parent;
    }
    heap[i] = entry;
  };

  const sink = (entry: Entry<T>): void => {
    let i = 0;
    for (let child = 1; child < heap.length; child = 2 * i + 1) {
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child++;
      if (isBefore(entry, heap[child])) break;
      heap[i] = heap[child];
      i = child;
    }
    heap[i] = entry;
  };

  return {
    add: (due, item) => rise({ due, place: places++, item }),
    next(now) {
      if (heap.length === 0 || heap[0].due > now) return undefined;
      const [{ item }] = heap;
      const last = heap.pop()!;
      if (heap.length > 0) sink(last);
      return item;
    },
  };
}
