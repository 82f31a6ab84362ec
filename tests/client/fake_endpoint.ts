import type { Sender } from "../../lib/client/send.ts";

/** A request as the endpoint has got it. */
export interface Got {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

/** What the endpoint does with one request: answers, fails without an answer, or never answers. */
export type Act = Response | "lost" | "silent" | ((got: Got) => Response);

/** An endpoint that does one thing after the other, the last one again and again; and how long the client has waited. */
export function fakeEndpoint(...acts: Act[]) {
  const got: Got[] = [];
  const waits: number[] = [];
  const fakeFetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const seen = {
      method: request.method,
      path: pathname + search,
      headers: request.headers,
      body: await request.text(),
    };
    const act = acts[Math.min(got.push(seen), acts.length) - 1];
    if (act === "lost") throw new TypeError("connection reset");
    if (act === "silent") {
      request.signal.throwIfAborted();
      return await new Promise((_resolve, reject) => {
        request.signal.addEventListener("abort", () => reject(request.signal.reason));
      });
    }
    return typeof act === "function" ? act(seen) : act.clone();
  };
  const sender: Sender = {
    base: "http://endpoint/",
    token: "secret",
    fetch: fakeFetch,
    retries: 5,
    timeout: 10_000,
    longestWait: 30_000,
    wait: (milliseconds, signal) => {
      signal?.throwIfAborted();
      waits.push(milliseconds);
      return Promise.resolve();
    },
  };
  return { sender, got, waits, fetch: fakeFetch };
}

/** A problem as the endpoint answers it. */
export function problem(status: number, headers: Record<string, string> = {}): Response {
  const body = { type: "about:blank", status, title: `Title ${status}`, detail: `Detail ${status}` };
  return Response.json(body, { status, headers: { "content-type": "application/problem+json", ...headers } });
}

/** A body of these pieces. */
export function bodyOf(...pieces: string[]): ReadableStream<Uint8Array> {
  return ReadableStream.from(pieces.map((piece) => new TextEncoder().encode(piece)));
}
