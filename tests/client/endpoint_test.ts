/** The client and the real endpoint over a real socket, which loses answers now and then. */
import { decodeLearner, memoryStore } from "@backstream/backstream";
import {
  type Client,
  createClient,
  type ModelEvent,
  ProblemError,
  type StreamedResult,
} from "@backstream/backstream/client";
import { type AppOptions, createApp } from "@backstream/backstream/http";
import { assertEquals, assertRejects } from "@std/assert";
import { classLearner, lineLearner } from "../http/apps.ts";

/** Serves an app, gives a client of it to what is to be done, and closes both. */
async function serve(options: Partial<AppOptions>, use: (client: Client, url: string) => Promise<void>): Promise<void> {
  const app = createApp({
    models: { line: lineLearner(), colors: classLearner() },
    auth: { token: "secret" },
    ...options,
  });
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, app.fetch);
  const url = `http://127.0.0.1:${server.addr.port}`;
  try {
    await use(createClient({ url, token: "secret" }), url);
  } finally {
    await app.close();
    await server.shutdown();
  }
}

const sample = { features: [1], target: 2 };

Deno.test("a client learns, predicts, labels, rolls back, uploads and removes", async () => {
  await serve({ versions: { samples: 1 } }, async (client) => {
    const { samples, cost, results } = await client.learn("line", sample);
    assertEquals([samples, cost, results?.[0].status], [1, 2, "learned"]);
    assertEquals((await client.predict("line", { features: Float32Array.of(1) })).output, [2]);
    const many = await client.predict("line", [{ features: [0] }, { features: { indices: [0], values: [2] } }]);
    assertEquals(many.predictions.map(({ output }) => output), [[1], [3]]);

    const { id } = await client.predict("colors", { features: [1, 0] }, { remember: true });
    assertEquals((await client.label("colors", { id: id!, target: "red" })).samples, 1);
    const error = await assertRejects(
      () => client.label("colors", { id: id!, target: "red" }, { key: "other" }),
      ProblemError,
    );
    assertEquals(error.status, 409);

    const bytes = await client.snapshot("line");
    assertEquals(decodeLearner(bytes).state.samples, 1);
    assertEquals((await client.put("copy", bytes)).samples, 1);
    assertEquals((await client.put("new", lineLearner().description)).samples, 0);
    assertEquals((await client.models()).map(({ name }) => name), ["colors", "copy", "line", "new"]);
    await client.remove("new");
    await assertRejects(() => client.model("new"), ProblemError, 'There is no model "new"');

    await client.learn("line", { features: [1], target: 5 });
    const kept = (await client.versions("line")).find(({ samples }) => samples === 1)!;
    assertEquals((await client.rollback("line", kept.version)).restored, kept.version);
    assertEquals((await client.predict("line", { features: [1] })).output, [2]);
  });
});

Deno.test("a client's errors name the field of the sample", async () => {
  await serve({}, async (client, url) => {
    const { problem } = await assertRejects(
      () => client.learn("line", [sample, { features: ["x" as never], target: 2 }]),
      ProblemError,
    );
    assertEquals([problem.status, problem.index, problem.field], [422, 1, "samples[1].features[0]"]);
    const stranger = createClient({ url, token: "wrong" });
    assertEquals((await assertRejects(() => stranger.models(), ProblemError)).status, 401);
  });
});

Deno.test("a client streams 2,000 samples, and what is lost on the way is learned once", async () => {
  await serve({}, async (_client, url) => {
    let sent = 0;
    // Every third request is done and its answer lost.
    const lossy: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (++sent % 3 !== 1) return response;
      await response.body?.cancel();
      throw new TypeError("connection reset");
    };
    const client = createClient({ url, token: "secret", fetch: lossy });
    const samples = (async function* () {
      for (let i = 0; i < 2000; i++) {
        yield i === 700 ? { features: [1, 2], target: 0 } : { features: [i % 2], target: i % 2 };
      }
    })();
    const results: StreamedResult[] = [];
    for await (const result of client.learnStream("line", samples)) results.push(result);
    assertEquals(results.map(({ index }) => index), Array.from({ length: 2000 }, (_, i) => i));
    const refused = results.filter(({ status }) => status === "refused");
    assertEquals(refused.map(({ index, field }) => [index, field]), [[700, "features"]]);
    assertEquals(sent > 4, true);
    assertEquals((await client.model("line")).samples, 1999);
  });
});

Deno.test("a client that loses every first answer still learns once", async () => {
  await serve({}, async (_client, url) => {
    let lost = false;
    const lossy: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (lost) return response;
      lost = true;
      await response.body?.cancel();
      throw new TypeError("connection reset");
    };
    const client = createClient({ url, token: "secret", fetch: lossy });
    const answer = await client.learn("line", [sample, sample]);
    assertEquals([answer.samples, answer.replayed, answer.results], [2, true, undefined]);
    assertEquals((await client.model("line")).samples, 2);
  });
});

Deno.test("a client follows a model across a server that is started again", async () => {
  const store = memoryStore();
  const options = { models: { line: lineLearner() }, store };
  const [first, second] = [createApp(options), createApp(options)];
  const listen = (app: ReturnType<typeof createApp>, port: number) =>
    Deno.serve({ port, hostname: "127.0.0.1", onListen: () => {} }, app.fetch);
  const server = listen(first, 0);
  const { port } = server.addr;
  const client = createClient({ url: `http://127.0.0.1:${port}` });
  const stop = new AbortController();
  const events = client.events("line", { signal: stop.signal });
  const types: ModelEvent["type"][] = [];
  const until = async (type: ModelEvent["type"]) => {
    for (let event; (event = (await events.next()).value as ModelEvent).type !== type;) types.push(event.type);
    types.push(type);
  };
  await until("state");
  await client.learn("line", sample);
  await until("learned");
  await first.close();
  await server.shutdown();
  const again = listen(second, port);
  await until("state");
  await client.learn("line", sample);
  await until("learned");
  assertEquals(types.filter((type) => type !== "version"), ["state", "learned", "state", "learned"]);
  const next = events.next();
  stop.abort(new RangeError("enough"));
  await assertRejects(() => next, RangeError, "enough");
  await second.close();
  await again.shutdown();
});
