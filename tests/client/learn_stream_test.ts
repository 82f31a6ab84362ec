import { ConnectionError, ProblemError, type StreamedResult } from "@backstream/backstream/client";
import { assertEquals, assertRejects } from "@std/assert";
import type { LearnStreamOptions } from "../../lib/client/client.ts";
import { learnStream } from "../../lib/client/learn_stream.ts";
import type { Sender } from "../../lib/client/send.ts";
import { type Act, fakeEndpoint, type Got, problem } from "./fake_endpoint.ts";

const samples = Array.from({ length: 5 }, (_, i) => ({ features: Float32Array.of(i), target: i }));

/** Refuses targets over 3 and learns the others, each at the cost of its target. */
function learnAll({ body }: Got): Response {
  const targets = body.trimEnd().split("\n").map((line) => JSON.parse(line).target);
  const learned = targets.filter((target) => target <= 3);
  const lines = targets.map((target, i) =>
    target <= 3 ? { line: i + 1, status: "learned", cost: target } : { line: i + 1, status: "refused", field: "target" }
  );
  const cost = learned.length === 0 ? null : learned.reduce((sum, target) => sum + target) / learned.length;
  const refused = targets.length - learned.length;
  const done = {
    status: "done",
    samples: learned.length,
    duplicates: 0,
    refused,
    cost,
    version: targets[0],
    before: targets[0],
  };
  return new Response([...lines, done].map((line) => `${JSON.stringify(line)}\n`).join(""));
}

async function run(sender: Sender, options: LearnStreamOptions = {}) {
  const results: StreamedResult[] = [];
  const stream = learnStream(sender, { path: "models/line/learn", samples }, { batch: 2, key: "k", ...options });
  for (;;) {
    const { done, value } = await stream.next();
    if (done) return { results, summary: value };
    results.push(value);
  }
}

Deno.test("learnStream() sends bounded requests under keys of their own, and numbers the results through", async () => {
  const { sender, got } = fakeEndpoint(learnAll);
  const { results, summary } = await run(sender);
  assertEquals(got.map(({ path, body, headers }) => [path, body, headers.get("idempotency-key")]), [
    ["/models/line/learn", '{"features":[0],"target":0}\n{"features":[1],"target":1}\n', "k-0"],
    ["/models/line/learn", '{"features":[2],"target":2}\n{"features":[3],"target":3}\n', "k-1"],
    ["/models/line/learn", '{"features":[4],"target":4}\n', "k-2"],
  ]);
  assertEquals(got[0].headers.get("content-type"), "application/x-ndjson");
  assertEquals(results.map(({ index, status }) => [index, status]), [
    [0, "learned"],
    [1, "learned"],
    [2, "learned"],
    [3, "learned"],
    [4, "refused"],
  ]);
  assertEquals(summary, { samples: 4, duplicates: 0, refused: 1, cost: 1.5, version: 4, before: 0 });
});

Deno.test("learnStream() asks for problems alone if these are wanted", async () => {
  const { sender, got } = fakeEndpoint(learnAll);
  await run(sender, { results: "problems" });
  assertEquals(got[0].path, "/models/line/learn?results=problems");
});

Deno.test("learnStream() sends a request again under its key when the answer is lost, breaks off or says 503", async () => {
  const failed = JSON.stringify({ status: "failed", line: 1, problem: { status: 503, title: "Busy" } });
  const cut = '{"line":1,"status":"learned","cost":0}\n{"line":2,"sta';
  const acts: Act[] = ["lost", problem(503), new Response(failed), new Response(cut), new Response(""), learnAll];
  const { sender, got } = fakeEndpoint(...acts);
  const { results } = await run(sender);
  assertEquals(results.length, 5);
  assertEquals(got.map(({ headers }) => headers.get("idempotency-key")), [...Array(6).fill("k-0"), "k-1", "k-2"]);
});

Deno.test("learnStream() throws what cannot be repaired; what was given before is given", async () => {
  const failed = JSON.stringify({ status: "failed", line: 1, problem: { status: 404, title: "Not Found" } });
  const gone = fakeEndpoint(learnAll, new Response(failed));
  const stream = learnStream(gone.sender, { path: "a", samples }, { batch: 2 });
  assertEquals([(await stream.next()).value, (await stream.next()).done], [
    { index: 0, status: "learned", cost: 0 },
    false,
  ]);
  const error = await assertRejects(() => stream.next(), ProblemError, "Not Found");
  assertEquals([error.status, gone.got.length], [404, 2]);
  await assertRejects(() => run(fakeEndpoint("lost").sender), ConnectionError);
});

Deno.test("learnStream() sends nothing for nothing, and a new key each time", async () => {
  const { sender, got } = fakeEndpoint(learnAll);
  const empty = await learnStream(sender, { path: "a", samples: [] }).next();
  assertEquals([empty.done, got.length], [true, 0]);
  for (let i = 0; i < 2; i++) await Array.fromAsync(learnStream(sender, { path: "a", samples }));
  const keys = got.map(({ headers }) => headers.get("idempotency-key"));
  assertEquals([keys.length, keys[0] === keys[1]], [2, false]);
});
