import { busy } from "../busy.ts";

/** Something to be committed. */
export interface Work {
  /** How many samples it counts for. */
  readonly samples: number;
  /** How many bytes it takes up while it waits. */
  readonly bytes: number;
  /** Whether it has a commit of its own. */
  readonly alone: boolean;
}

/** How much may wait. */
export interface QueueLimits {
  /** How many samples. */
  readonly samples: number;
  /** How many bytes. */
  readonly bytes: number;
}

/** What waits for a commit, in the order in which it came. */
export interface WorkQueue<W extends Work> {
  /**
   * Lets work wait.
   *
   * @throws {RequestError} 503 if too much waits already.
   */
  add(work: W): void;
  /** Takes out what shares a commit: as much as came first, up to so many samples, and at least one work. */
  take(samples: number): W[];
  /** Whether nothing waits. */
  isEmpty(): boolean;
}

/**
 * Makes a queue. Work that would be too much is taken if nothing else waits, as it could never be done otherwise.
 *
 * @param limits How much may wait.
 * @returns The queue.
 */
export function createWorkQueue<W extends Work>(limits: QueueLimits): WorkQueue<W> {
  let waiting: W[] = [];
  let [samples, bytes] = [0, 0];
  return {
    add(work) {
      const isFull = samples + work.samples > limits.samples || bytes + work.bytes > limits.bytes;
      if (waiting.length > 0 && isFull) throw busy("too much waits to be learned");
      waiting.push(work);
      samples += work.samples;
      bytes += work.bytes;
    },
    take(most) {
      let [end, left] = [0, most];
      while (end < waiting.length && (end === 0 || waiting[end].samples <= left)) {
        if (waiting[end].alone && end > 0) break;
        left -= waiting[end].samples;
        if (waiting[end++].alone) break;
      }
      const taken = waiting.slice(0, end);
      waiting = waiting.slice(end);
      for (const work of taken) [samples, bytes] = [samples - work.samples, bytes - work.bytes];
      return taken;
    },
    isEmpty: () => waiting.length === 0,
  };
}
