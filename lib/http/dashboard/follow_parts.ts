import type { Fragment } from "../docs/fragment.ts";

/** How the parts of a page are followed. */
export interface PartOptions {
  /** Is aborted when they are not followed any more. */
  readonly ended: AbortSignal;
  /** How many milliseconds there are at least from one look to the next. */
  readonly every: number;
  /**
   * How many milliseconds there are at least between two sentences for screen readers, the part `spoken`.
   *
   * @default {15000}
   */
  readonly speakEvery?: number;
}

/** A comment is sent at least as often, in milliseconds, so that neither side takes the other for gone. */
const BEAT = 15_000;

/**
 * Writes the parts of a page that have changed as server-sent events: `part` with `{ id, html }`, and `removed` at the end if
 * what the page is about is no more. It looks when the client has read what came before, so that a slow client is sent less.
 *
 * @param look Makes all parts as they are now; undefined if there is nothing more to show.
 * @param options When it ends, and how often it looks.
 * @returns The texts.
 */
export async function* followParts(
  look: () => Promise<Record<string, Fragment> | undefined>,
  { ended, every, speakEvery = 15_000 }: PartOptions,
): AsyncGenerator<string> {
  const sent = new Map<string, string>();
  let [beat, spoke] = [performance.now(), -Infinity];
  yield "retry: 2000\n\n";
  while (!ended.aborted) {
    const parts = await look();
    if (parts === undefined) return yield "event: removed\ndata: \n\n";
    const now = performance.now();
    let text = "";
    for (const [id, markup] of Object.entries(parts)) {
      const html = String(await markup);
      if (sent.get(id) === html || id === "spoken" && now - spoke < speakEvery) continue;
      if (id === "spoken") spoke = now;
      sent.set(id, html);
      text += `event: part\ndata: ${JSON.stringify({ id, html })}\n\n`;
    }
    if (text === "" && now - beat >= BEAT) text = ": still here\n\n";
    if (text !== "") {
      beat = now;
      yield text;
    }
    await pause(every, ended);
  }
}

/** Resolves after some time, or at once when it is aborted. */
function pause(milliseconds: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      ended.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    ended.addEventListener("abort", end);
    if (ended.aborted) end();
  });
}
