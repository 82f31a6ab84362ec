import { ConnectionError } from "./connection_error.ts";
import { type Problem, ProblemError } from "./problem_error.ts";
import { retryDelay } from "./retry_delay.ts";

/** How requests are sent. */
export interface Sender {
  /** The address of the endpoint, with a slash at the end. */
  readonly base: string;
  /** The bearer token. */
  readonly token: string | undefined;
  /** What sends. */
  readonly fetch: typeof fetch;
  /** How often a request is sent again at most. */
  readonly retries: number;
  /** How many milliseconds an answer may take. */
  readonly timeout: number;
  /** The longest time to wait before trying again, in milliseconds. */
  readonly longestWait: number;
  /** Waits, unless it is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** A request, and what to make of its answer. */
export interface Call<T> {
  /** The method. */
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** The path below the address of the endpoint. */
  readonly path: string;
  /** The headers beside the token. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The body. */
  readonly body?: string | Uint8Array;
  /** Whether it may be sent again when nobody knows whether it was done. */
  readonly repeatable: boolean;
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
  /** Reads the answer. What it throws as a ProblemError with 503 is tried again. */
  read(response: Response): Promise<T>;
}

/** Statuses that say that nothing was done, and that it may be later. */
const LATER = new Set([429, 503]);
/** Statuses of what stands between, which may not know what was done. */
const BETWEEN = new Set([408, 502, 504]);

/**
 * Sends a request, and sends it again if there is no answer or it is to come later.
 *
 * @param sender How it is sent.
 * @param call The request.
 * @returns What is made of the answer.
 * @throws {ProblemError} If the answer is an error.
 * @throws {ConnectionError} If there is none.
 */
export async function send<T>(sender: Sender, call: Call<T>): Promise<T> {
  for (let attempt = 0;; attempt++) {
    const outcome = await sendOnce(sender, call);
    if ("value" in outcome) return outcome.value;
    const { error, retryAfter, again } = outcome;
    const delay = retryDelay({ attempt, retryAfter, random: Math.random(), now: Date.now() });
    if (!again || attempt >= sender.retries || delay > sender.longestWait) throw error;
    await sender.wait(delay, call.signal);
  }
}

type Outcome<T> = { value: T } | { error: unknown; retryAfter: string | null; again: boolean };

async function sendOnce<T>(sender: Sender, call: Call<T>): Promise<Outcome<T>> {
  const { signal, repeatable } = call;
  const url = sender.base + call.path;
  signal?.throwIfAborted();
  const stop = new AbortController();
  const abort = () => stop.abort(signal?.reason);
  const timer = setTimeout(() => stop.abort(new Error("no answer in time")), sender.timeout);
  signal?.addEventListener("abort", abort);
  let retryAfter: string | null = null;
  try {
    const response = await sender.fetch(url, { ...requestOf(sender, call), signal: stop.signal });
    retryAfter = response.headers.get("retry-after");
    if (!response.ok) throw new ProblemError(await problemOf(response));
    return { value: await call.read(response) };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ProblemError) {
      const again = LATER.has(error.status) || repeatable && BETWEEN.has(error.status);
      return { error, retryAfter, again };
    }
    return { error: new ConnectionError(url, { cause: error }), retryAfter, again: repeatable };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

function requestOf({ token }: Sender, { method, headers, body }: Call<unknown>): RequestInit {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return {
    method,
    headers: { ...authorization, ...headers },
    ...body === undefined ? {} : { body: body as BodyInit },
  };
}

/** What stands between may answer in other forms. */
async function problemOf(response: Response): Promise<Problem> {
  const { status, statusText } = response;
  const text = await response.text();
  try {
    const problem = JSON.parse(text);
    if (typeof problem.title === "string") return { ...problem, status };
  } catch {
    // It is no problem+json.
  }
  return { status, title: statusText || `Status ${status}` };
}
