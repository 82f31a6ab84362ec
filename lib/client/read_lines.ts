/** When to stop before the end. */
export interface ReadLinesOptions {
  /** Stops when it is aborted. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Stops when nothing has come for so many milliseconds.
   *
   * @default {Infinity}
   */
  readonly idle?: number;
}

/**
 * The lines of a text that comes as bytes; they end with LF, CRLF or, as those of an event stream may, CR.
 *
 * @param body The bytes. It is cancelled if the reader stops.
 * @param options When to stop before the end, as if it were the end.
 * @returns The lines, the last one too if it has no end.
 */
export async function* readLines(
  body: ReadableStream<Uint8Array>,
  { signal, idle = Infinity }: ReadLinesOptions = {},
): AsyncGenerator<string, void, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const stop = (): void => void reader.cancel(signal?.reason).catch(() => {}); // it may be lost already
  let rest = "";
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  try {
    for (;;) {
      const timer = idle < Infinity ? setTimeout(stop, idle) : undefined;
      const { done, value } = await reader.read().finally(() => clearTimeout(timer));
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      // A CR at the end may be the first half of a CRLF.
      const whole = !done && rest.endsWith("\r") ? rest.slice(0, -1) : rest;
      const lines = whole.split(/\r\n|\n|\r/);
      rest = lines.pop()! + rest.slice(whole.length);
      yield* lines;
      if (done) break;
    }
    if (rest !== "") yield rest;
  } finally {
    signal?.removeEventListener("abort", stop);
    stop();
  }
}
