import type { HostedModel, Subscription } from "./hosted/hosted_model.ts";

/** How events are followed. */
export interface FollowOptions {
  /** Is aborted when they are not followed any more. */
  readonly ended: AbortSignal;
  /**
   * After how many milliseconds the store is asked for what other instances have done.
   *
   * @default {1000}
   */
  readonly poll?: number;
  /**
   * After how many times of asking in vain a comment is sent, so that neither side takes the other for gone.
   *
   * @default {15}
   */
  readonly beats?: number;
}

/**
 * Writes what happens to a model as server-sent events. First `retry` and the event `state`; then the events of
 * the model under their names, with the version as their id; comments while nothing happens. It takes an event when it is
 * asked for the next text, so that a slow client holds up nothing: the subscription drops what it does not take.
 *
 * @param model The model.
 * @param options When it ends, and how often the store is asked.
 * @returns The texts; they end when the model is removed or closed.
 */
export async function* followModel(model: HostedModel, options: FollowOptions): AsyncGenerator<string> {
  const { ended, poll = 1000, beats = 15 } = options;
  if (ended.aborted) return; // before anything was asked for
  const events = model.subscribe();
  ended.addEventListener("abort", events.close, { once: true });
  try {
    const { version, stats } = await model.head();
    const { learned, time, cost, scores } = stats;
    const state = { type: "state", model: model.name, version, learned, time, cost, scores };
    yield `retry: 2000\n${write(state)}`;
    yield* writeAll(model, events, { poll, beats });
  } finally {
    ended.removeEventListener("abort", events.close);
    events.close();
  }
}

async function* writeAll(
  model: HostedModel,
  events: Subscription,
  { poll, beats }: { poll: number; beats: number },
): AsyncGenerator<string> {
  const iterator = events[Symbol.asyncIterator]();
  let next = iterator.next();
  for (let silent = 0;;) {
    const found = await soon(next, poll);
    if (found === undefined) {
      await model.head().catch(() => {}); // a model that cannot be read now may be read later
      if (++silent % beats === 0) yield ": still here\n\n";
      continue;
    }
    if (found.done) return;
    silent = 0;
    next = iterator.next();
    yield write(found.value);
    if (found.value.type === "removed") return;
  }
}

function write(event: { readonly type: string; readonly version: number }): string {
  return `event: ${event.type}\nid: ${event.version}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** What it resolves to, or undefined if that takes longer. */
async function soon<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => timer = setTimeout(resolve, milliseconds, undefined));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
