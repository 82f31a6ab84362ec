import { Observable, type Subscriber } from "../deps/rxjs.ts";

/** How a stream is read. */
export interface ReadOptions {
  /**
   * After how many milliseconds of work without a break timers, signals and other requests get their turn. A source that
   * is in memory would keep them waiting to its end otherwise.
   *
   * @default {50}
   */
  readonly yieldEvery?: number;
  /**
   * What the stream is told when its subscriber leaves before the end.
   *
   * @default {new DOMException("The subscriber has left", "AbortError")}
   */
  readonly cancelReason?: unknown;
}

/**
 * The chunks of a stream as an observable.
 *
 * 1. The next chunk is asked for when the subscriber has handled the last one: a step of learning that is synchronous is
 *    the back-pressure, and memory stays flat however long the stream is.
 * 2. Unsubscribing cancels the stream at once, even while it is idle, and releases its lock.
 * 3. An error of the stream is the error of the observable.
 * 4. A stream has one reader, so the observable has one subscriber. A stream that is locked is a TypeError, given to the
 *    subscriber.
 *
 * @typeParam T What the chunks are.
 * @param stream The stream.
 * @param options When to give way to timers, and what to tell a stream that is left.
 * @returns The observable; it starts to read when it is subscribed to.
 *
 * @example Usage
 * ```ts
 * import { fromReadableStream } from "@backstream/backstream/rx";
 * import { assertEquals } from "@std/assert";
 *
 * const chunks: number[] = [];
 * await fromReadableStream(ReadableStream.from([1, 2, 3])).forEach((chunk) => chunks.push(chunk));
 * assertEquals(chunks, [1, 2, 3]);
 * ```
 */
export function fromReadableStream<T>(stream: ReadableStream<T>, options: ReadOptions = {}): Observable<T> {
  return new Observable((subscriber) => {
    const reader = stream.getReader();
    pump(reader, subscriber, options).then(() => subscriber.complete(), (error) => subscriber.error(error));
    return () => {
      const { cancelReason = new DOMException("The subscriber has left", "AbortError") } = options;
      reader.cancel(cancelReason).catch(() => {}); // nobody is left who could be told
      reader.releaseLock();
    };
  });
}

/** Hands on chunk after chunk, to the end of the stream or until the subscriber leaves. */
async function pump<T>(
  reader: ReadableStreamDefaultReader<T>,
  subscriber: Subscriber<T>,
  { yieldEvery = 50 }: ReadOptions,
): Promise<void> {
  let last = performance.now();
  while (!subscriber.closed) {
    const { done, value } = await reader.read();
    if (done) return;
    subscriber.next(value);
    if (subscriber.closed || performance.now() - last < yieldEvery) continue;
    await macrotask();
    last = performance.now();
  }
}

/** Timers come before a timer; a message channel can overtake them for ever. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
