import { createClient } from "@backstream/backstream/client";
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { type Act, fakeEndpoint, problem } from "./fake_endpoint.ts";

function client(act: Act = () => Response.json({ models: [1], versions: [2] })) {
  const { fetch, got } = fakeEndpoint(act);
  return { client: createClient({ url: "http://endpoint/base", token: "t", fetch, retries: 0 }), got };
}

Deno.test("createClient() sends each method to its route", async () => {
  const { client: c, got } = client();
  const sample = { features: [1], target: 2 };
  await c.learn("line", sample);
  await c.learn("line", [sample], { key: "mine" });
  await c.predict("line", { features: [1] });
  await c.predict("line", [{ features: [1] }], { remember: true });
  await c.label("line", { id: "a", target: 1 });
  assertEquals(await c.models() as unknown, [1]);
  await c.model("line");
  await c.put("line", { labels: [], task: "regression" });
  await c.put("line", Uint8Array.of(65, 66));
  await c.remove("line");
  await c.snapshot("line");
  await c.snapshot("line", { version: 3 });
  assertEquals(await c.versions("line") as unknown, [2]);
  await c.rollback("line", 4);
  assertEquals(
    got.map((
      { method, path, body, headers },
    ) => [method, path.replace("/base/models", ""), body, headers.get("content-type")]),
    [
      ["POST", "/line/learn", '{"features":[1],"target":2}', "application/json"],
      ["POST", "/line/learn", '[{"features":[1],"target":2}]', "application/json"],
      ["POST", "/line/predict", '{"features":[1]}', "application/json"],
      ["POST", "/line/predict?remember=1", '[{"features":[1]}]', "application/json"],
      ["POST", "/line/label", '{"id":"a","target":1}', "application/json"],
      ["GET", "", "", null],
      ["GET", "/line", "", null],
      ["PUT", "/line", '{"labels":[],"task":"regression"}', "application/json"],
      ["PUT", "/line", "AB", "application/octet-stream"],
      ["DELETE", "/line", "", null],
      ["GET", "/line/snapshot", "", null],
      ["GET", "/line/snapshot?version=3", "", null],
      ["GET", "/line/versions", "", null],
      ["POST", "/line/rollback", '{"version":4}', "application/json"],
    ],
  );
  const keys = got.map(({ headers }) => headers.get("idempotency-key"));
  assertEquals([keys[1], keys.filter((key) => key !== null).length], ["mine", 3]);
  assertEquals(got.every(({ headers }) => headers.get("authorization") === "Bearer t"), true);
});

Deno.test("createClient() takes addresses with and without a slash, and names with any character", async () => {
  for (const url of ["http://endpoint", "http://endpoint/", new URL("http://endpoint//")]) {
    const { fetch, got } = fakeEndpoint(Response.json({}));
    await createClient({ url, fetch }).model("a/b ü");
    assertEquals(got[0].path, "/models/a%2Fb%20%C3%BC");
  }
  assertThrows(() => createClient({ url: "nowhere" }), TypeError);
});

Deno.test("createClient() follows and streams", async () => {
  const events = client(() => new Response('data: {"type":"removed"}\n\n'));
  assertEquals(await Array.fromAsync(events.client.events("line")) as unknown, [{ type: "removed" }]);
  assertEquals(events.got[0].path, "/base/models/line/events");
  const stream = client(() => new Response('{"line":1,"status":"learned"}\n{"status":"done","samples":1}\n'));
  const results = await Array.fromAsync(stream.client.learnStream("line", [{ features: [1], target: 2 }]));
  assertEquals([results, stream.got[0].path], [[{ index: 0, status: "learned" }], "/base/models/line/learn"]);
});

Deno.test("createClient() can be stopped", async () => {
  const { client: c, got } = client(problem(503));
  const signal = AbortSignal.abort(new RangeError("enough"));
  const calls = [
    () => c.learn("line", [], { signal }),
    () => c.predict("line", [], { signal }),
    () => c.label("line", [], { signal }),
    () => c.models({ signal }),
    () => c.model("line", { signal }),
    () => c.put("line", Uint8Array.of(), { signal }),
    () => c.remove("line", { signal }),
    () => c.snapshot("line", { signal }),
    () => c.versions("line", { signal }),
    () => c.rollback("line", 1, { signal }),
    () => c.events("line", { signal }).next(),
    () => c.learnStream("line", [{ features: [], target: 1 }], { signal }).next(),
  ];
  for (const call of calls) await assertRejects(call, RangeError, "enough");
  assertEquals(got.length, 0);
});
