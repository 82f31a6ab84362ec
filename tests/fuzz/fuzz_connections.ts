import fc from "fast-check";
import { openApp } from "./fuzz_app.ts";

/** What became of many connections. */
export interface ConnectionFigures {
  /** How many there were. */
  readonly connections: number;
  /** How many of them were answered, with each status. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** The good one five times out of six. */
const mostly = (good: string, ...others: string[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(good) }, fc.constantFrom(...others));

const request = fc.tuple(
  mostly("POST", "GET", "PUT", "OPTIONS", "post", "X\0Y"),
  mostly("/models/line/learn", "/models/line/predict", "/models/line", "/models", "*", "/%", "http://x/models", ""),
  mostly("HTTP/1.1", "HTTP/1.0", "HTTP/9.9", ""),
  mostly("authorization: Bearer admin", "a: \xff", ":", "x".repeat(9000)),
  mostly(
    "content-length: 27",
    "content-length: 99999",
    "content-length: -1",
    "transfer-encoding: chunked",
    "content-length: 5\r\ntransfer-encoding: chunked",
    "upgrade: x",
  ),
  mostly("content-type: application/json", "content-type: application/x-ndjson", "expect: 100-continue"),
  mostly('{"features":[1],"target":2}', "\xef\xbb\xbf{}", "1b\r\n", "0\r\n\r\n", "zz\r\n", ""),
).map(([method, path, version, ...rest]) =>
  `${method} ${path} ${version}\r\nhost: x\r\n${rest.slice(0, 3).join("\r\n")}\r\n\r\n${rest[3]}`
);

const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 300 }),
  { weight: 2, arbitrary: request.map((text) => Uint8Array.from(text, (character) => character.charCodeAt(0))) },
);

/**
 * Sends bytes to a server, on a connection each: what may be a request, and what is none. The server must go on, report no
 * error of its own and answer nothing with a status of 500 or more.
 */
export async function fuzzConnections(options: { seed: number; connections: number }): Promise<ConnectionFigures> {
  const errors: unknown[] = [];
  const app = openApp(errors);
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, app.fetch);
  const statuses: Record<string, number> = {};
  for (const sent of fc.sample(bytes, { seed: options.seed, numRuns: options.connections })) {
    const status = await answerTo(sent, server.addr.port);
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (errors.length > 0 || Number(status) >= 500) {
      const text = JSON.stringify(String.fromCharCode(...sent));
      throw new Error(`status ${status} for ${text}`, { cause: errors[0] });
    }
  }
  const health = await fetch(`http://127.0.0.1:${server.addr.port}/health`);
  if (!health.ok) throw new Error(`status ${health.status} at the end`);
  await health.body?.cancel();
  await Promise.all([app.close(), server.shutdown()]);
  return { connections: options.connections, statuses };
}

/** The status of the answer, `none` if the server closes the connection or waits for more. */
async function answerTo(sent: Uint8Array, port: number): Promise<string> {
  const connection = await Deno.connect({ port, hostname: "127.0.0.1" });
  const timer = setTimeout(() => close(connection), 10);
  try {
    await connection.write(sent);
    const buffer = new Uint8Array(100);
    const length = await connection.read(buffer);
    const text = new TextDecoder().decode(buffer.subarray(0, length ?? 0));
    return text.match(/^HTTP\/\S+ (\d+)/)?.[1] ?? "none";
  } catch {
    return "none"; // reset, or closed by the timer
  } finally {
    clearTimeout(timer);
    close(connection);
  }
}

function close(connection: Deno.TcpConn): void {
  try {
    connection.close();
  } catch {
    // it is closed already
  }
}
