/** How an answer is streamed. */
export interface StreamTextOptions {
  /** For how many milliseconds the client may pause while it reads. */
  readonly milliseconds: number;
  /** Is called at the end, also if the client has gone or has paused for too long. */
  readonly onEnd: () => void;
}

/**
 * Makes a stream of texts that are made one by one, as the client reads them.
 *
 * @param texts The texts, or their bytes.
 * @param options For how long the client may pause, and what happens at the end.
 * @returns The stream, in UTF-8.
 */
export function streamText(
  texts: AsyncGenerator<string | Uint8Array>,
  { milliseconds, onEnd }: StreamTextOptions,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    clearTimeout(timer);
    onEnd(); // first, as the generator may be waiting for what it ends
    texts.return(undefined).catch(() => {});
  };
  return new ReadableStream({
    async pull(controller) {
      clearTimeout(timer);
      const { value, done } = await texts.next();
      if (done) {
        controller.close();
        return onEnd();
      }
      controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      timer = setTimeout(() => {
        controller.close(); // an error would be written to the console, which a client could fill
        end();
      }, milliseconds);
    },
    cancel: end,
  }, { highWaterMark: 0 });
}
