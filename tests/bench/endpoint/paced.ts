/** What to ask for, and how often. */
export interface PacedOptions {
  /** Where to post, over HTTP. */
  readonly url: string;
  /** What to post, as JSON. */
  readonly body: string;
  /** How many requests are sent in a second, whether or not those before them are answered. */
  readonly perSecond: number;
  /** For how many seconds. */
  readonly seconds: number;
}

/** So many seconds are not counted, in which what sends is compiled. */
const WARM_UP = 2;

/**
 * Sends requests by the clock, and measures from when each was due, so that a server that stalls is charged for all that
 * waited behind it. It writes to connections itself, as `fetch` takes longer than what is measured.
 *
 * @param options What to ask for.
 * @returns The latencies in milliseconds, ascending. Throws if an answer is no success.
 */
export async function paced({ url, body, perSecond, seconds }: PacedOptions): Promise<number[]> {
  const { hostname, port, pathname } = new URL(url);
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\n`;
  const request = new TextEncoder().encode(`${head}content-length: ${body.length}\r\n\r\n${body}`);
  const all: Deno.TcpConn[] = [];
  const free: Deno.TcpConn[] = [];
  const latencies: number[] = [];
  const ask = async (due: number): Promise<void> => {
    let connection = free.pop();
    if (connection === undefined) all.push(connection = await Deno.connect({ hostname, port: Number(port) }));
    await connection.write(request); // less than what a socket takes at once
    await readAnswer(connection);
    if (due >= counted) latencies.push(performance.now() - due);
    free.push(connection);
  };
  const total = perSecond * (WARM_UP + seconds);
  const began = performance.now();
  const counted = began + WARM_UP * 1000;
  const asked: Promise<void>[] = [];
  try {
    while (asked.length < total) {
      const due = began + asked.length * 1000 / perSecond;
      if (performance.now() >= due) {
        const asking = ask(due);
        asking.catch(() => {}); // thrown below
        asked.push(asking);
      } else await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(asked);
  } finally {
    for (const connection of all) connection.close();
  }
  return latencies.sort((a, b) => a - b);
}

/** Reads an answer that says how long it is. */
async function readAnswer(connection: Deno.TcpConn): Promise<void> {
  const bytes = new Uint8Array(16_384);
  let text = "";
  while (true) {
    const read = await connection.read(bytes);
    if (read === null) throw new Error("The server has closed the connection");
    text += new TextDecoder().decode(bytes.subarray(0, read));
    const end = text.indexOf("\r\n\r\n");
    if (end < 0) continue;
    if (!text.startsWith("HTTP/1.1 2")) throw new Error(`The server has answered ${text}`);
    const length = Number(/^content-length: (\d+)\r$/mi.exec(text.slice(0, end + 1))![1]);
    if (text.length >= end + 4 + length) return;
  }
}
