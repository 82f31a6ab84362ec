/** Clients that send or read slowly, half or not at all, on a real connection: none of them holds the server. */
import { createApp } from "@backstream/backstream/http";
import { assert } from "@std/assert";
import { lineLearner } from "./apps.ts";

const milliseconds = 600;
const sample = '{"features":[1],"target":2}\n';

/** Serves a model, and gives what a client needs to speak to it byte by byte. */
async function served(
  use: (open: () => Promise<Client>, app: ReturnType<typeof createApp>, stop: () => Promise<void>) => Promise<void>,
) {
  const app = createApp({ models: { line: lineLearner() }, limits: { bodyMilliseconds: milliseconds } });
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, app.fetch);
  const connections: Deno.TcpConn[] = [];
  const open = async (): Promise<Client> => {
    const connection = await Deno.connect({ port: server.addr.port, hostname: "127.0.0.1" });
    connections.push(connection);
    const encoder = new TextEncoder();
    return {
      async send(text) {
        const bytes = encoder.encode(text.replaceAll("\n", "\r\n"));
        for (let sent = 0; sent < bytes.length;) sent += await connection.write(bytes.subarray(sent));
      },
      read: () => read(connection),
      close: () => connection.close(),
    };
  };
  const stop = async (): Promise<void> => {
    await Promise.all([app.close(), server.shutdown()]);
  };
  try {
    await use(open, app, stop);
  } finally {
    for (const connection of connections) {
      try {
        connection.close();
      } catch {
        // the test has closed it
      }
    }
    await stop();
  }
}

interface Client {
  send(text: string): Promise<void>;
  /** What has come until now, at least one byte; "" if the server has closed the connection. */
  read(): Promise<string>;
  close(): void;
}

async function read(connection: Deno.TcpConn): Promise<string> {
  const bytes = new Uint8Array(65_536);
  const length = await connection.read(bytes);
  return new TextDecoder().decode(bytes.subarray(0, length ?? 0));
}

/** Reads until the answer holds the text; to close a connection whose body does not come is up to the server. */
async function readTo({ read }: Client, end: string): Promise<string> {
  let all = "";
  while (!all.includes(end)) {
    const text = await read();
    if (text === "") break;
    all += text;
  }
  return all;
}

const head = (type: string, ...headers: string[]) =>
  [`POST /models/line/learn HTTP/1.1`, "host: localhost", `content-type: ${type}`, ...headers, "", ""].join("\n");

Deno.test("a body that stops in the middle is answered 408", async () => {
  await served(async (open) => {
    const client = await open();
    await client.send(head("application/json", "content-length: 100") + '{"features":');
    const answer = await readTo(client, "requestId");
    assert(answer.startsWith("HTTP/1.1 408"), answer);
    assert(answer.includes("connection: close") && answer.includes("current value is late after 600 ms"), answer);
  });
});

Deno.test("a body that drips is answered 408 as well, chunked or not", async () => {
  for (const header of ["content-length: 100000", "transfer-encoding: chunked"]) {
    await served(async (open) => {
      const client = await open();
      await client.send(head("application/json", header));
      let answered = false;
      const answer = readTo(client, "requestId").finally(() => answered = true);
      while (!answered) {
        await client.send(header.startsWith("c") ? " " : "1\n \n").catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      assert((await answer).startsWith("HTTP/1.1 408"), await answer);
    });
  }
});

Deno.test("lines are answered while the body is still open, and a pause that is too long ends it", async () => {
  await served(async (open) => {
    const client = await open();
    await client.send(head("application/x-ndjson", "transfer-encoding: chunked"));
    let answer = "";
    for (let lines = 1; lines <= 3; lines++) {
      await client.send(`1d\n${sample}\n`); // 27 characters and the end of the line
      while (answer.split('"status":"learned"').length <= lines) answer += await client.read();
    }
    answer += await readTo(client, "failed");
    assert(answer.includes('"status":"failed","line":4,"problem":{'), answer);
    assert(answer.includes('"status":408'), answer);
  });
});

Deno.test("a client that does not read what has become of its lines is cut off, and others learn on", async () => {
  await served(async (open, app) => {
    const client = await open();
    await client.send(head("application/x-ndjson", "transfer-encoding: chunked"));
    const lines = sample.repeat(2000);
    const flood = (async () => {
      for (;;) await client.send(`${(lines.length + 2000).toString(16)}\n${lines}\n`);
    })().catch(() => {}); // the server has had enough, or the test is over
    const model = (await app.models.get("line"))!;
    let version = 0;
    for (let before = -1; before < version || version === 0; version = (await model.head()).version) {
      before = version;
      await new Promise((resolve) => setTimeout(resolve, 3 * milliseconds)); // the answers fill the buffers between
    }
    const other = await open();
    await other.send("GET /models/line HTTP/1.1\nhost: localhost\n\n");
    assert((await readTo(other, `"version":`)).includes(`"version":${version},`)); // nothing of it is learned any more
    const answer = await readTo(client, "\r\n0\r\n\r\n");
    assert(answer.includes('"status":"learned"') && !answer.includes('"status":"done"'), "the answer ends early");
    client.close();
    await flood;
  });
});

Deno.test("a client that follows events and goes makes room for another", async () => {
  await served(async (open, app) => {
    const client = await open();
    await client.send("GET /models/line/events HTTP/1.1\nhost: localhost\n\n");
    let text = "";
    while (!text.includes("event: state")) text += await client.read();
    await (await app.models.get("line"))!.learn({ samples: [{ features: [1], target: 2 }] });
    while (!text.includes("event: learned")) text += await client.read();
    client.close();
  });
});

Deno.test("a body that still arrives when the server shuts down is answered 503", async () => {
  for (const type of ["application/json", "application/x-ndjson"]) {
    await served(async (open, _app, stop) => {
      const client = await open();
      await client.send(head(type, "content-length: 100") + '{"features":');
      await new Promise((resolve) => setTimeout(resolve, 50));
      const stopped = stop();
      const answer = await readTo(client, "requestId");
      assert(/^HTTP\/1.1 (503|200)/.test(answer) && answer.includes('"status":503'), answer);
      client.close(); // Deno waits for the rest of the body otherwise
      await stopped;
    });
  }
});
