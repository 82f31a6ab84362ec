import { ConnectionError, ProblemError } from "@backstream/backstream/client";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { type Call, send } from "../../lib/client/send.ts";
import { type Act, fakeEndpoint, problem } from "./fake_endpoint.ts";

const fine = Response.json({ fine: true });
const call: Call<unknown> = { method: "POST", path: "a?b=1", repeatable: true, read: (response) => response.json() };

Deno.test("send() sends the request with the token, and reads the answer", async () => {
  const { sender, got } = fakeEndpoint(fine);
  assertEquals(await send(sender, { ...call, headers: { "x-a": "1" }, body: "text" }), { fine: true });
  const [{ method, path, headers, body }] = got;
  assertEquals([method, path, body, headers.get("x-a")], ["POST", "/a?b=1", "text", "1"]);
  assertEquals(headers.get("authorization"), "Bearer secret");
  const open = fakeEndpoint(fine);
  await send({ ...open.sender, token: undefined }, call);
  assertEquals(open.got[0].headers.has("authorization"), false);
});

Deno.test("send() sends again what has no answer or is to come later, and waits longer each time", async () => {
  const { sender, got, waits } = fakeEndpoint("lost", problem(503), problem(429), problem(502), fine);
  assertEquals(await send(sender, { ...call, body: "text" }), { fine: true });
  assertEquals(got.map(({ body }) => body), Array(5).fill("text"));
  waits.forEach((wait, i) => assert(wait >= 50 * 2 ** i && wait <= 100 * 2 ** i, `${wait}`));
});

Deno.test("send() waits as long as the answer asks, if that is not too long", async () => {
  const { sender, waits } = fakeEndpoint(problem(503, { "retry-after": "20" }), fine);
  await send(sender, call);
  assertEquals(waits, [20_000]);
  const longer = fakeEndpoint(problem(503, { "retry-after": "31" }), fine);
  const error = await assertRejects(() => send(longer.sender, call), ProblemError);
  assertEquals([error.status, longer.got.length], [503, 1]);
});

Deno.test("send() gives up after so many retries, with the last error", async () => {
  const { sender, got } = fakeEndpoint(problem(503));
  const error = await assertRejects(() => send(sender, call), ProblemError, "Detail 503");
  assertEquals([error.status, got.length], [503, 6]);
  const lost = fakeEndpoint("lost");
  const connection = await assertRejects(() => send({ ...lost.sender, retries: 1 }, call), ConnectionError);
  assertEquals([(connection.cause as Error).message, lost.got.length], ["connection reset", 2]);
});

Deno.test("send() sends what is not repeatable again only if it was not done", async () => {
  const once = { ...call, repeatable: false };
  const later = fakeEndpoint(problem(503), fine);
  assertEquals(await send(later.sender, once), { fine: true });
  for (const act of ["lost", problem(502), problem(504), problem(408)] as Act[]) {
    const { sender, got } = fakeEndpoint(act, fine);
    await assertRejects(() => send(sender, once));
    assertEquals(got.length, 1);
  }
});

Deno.test("send() does not send again what is refused", async () => {
  for (const status of [400, 401, 403, 404, 409, 413, 415, 422, 500]) {
    const { sender, got } = fakeEndpoint(problem(status), fine);
    const error = await assertRejects(() => send(sender, call), ProblemError);
    assertEquals([error.status, error.message, got.length], [status, `Detail ${status}`, 1]);
  }
});

Deno.test("send() makes a problem of an error in another form", async () => {
  const pages = [
    new Response("<h1>no</h1>", { status: 400, statusText: "Bad Request" }),
    Response.json("x", { status: 418 }),
  ];
  for (const [page, title] of [[pages[0], "Bad Request"], [pages[1], "Status 418"]] as [Response, string][]) {
    const error = await assertRejects(() => send(fakeEndpoint(page).sender, call), ProblemError);
    assertEquals([error.problem.title, error.status], [title, page.status]);
  }
});

Deno.test("send() sends again when the answer breaks off, is not in time, or says 503 inside", async () => {
  const broken = new Response(new ReadableStream({ pull: (controller) => controller.error(new TypeError("cut")) }));
  for (const act of [() => broken, "silent"] as Act[]) {
    const { sender, got } = fakeEndpoint(act, fine);
    assertEquals(await send({ ...sender, timeout: 5 }, call), { fine: true });
    assertEquals(got.length, 2);
  }
  let reads = 0;
  const inside = {
    ...call,
    read: () => reads++ === 0 ? Promise.reject(new ProblemError({ status: 503, title: "Later" })) : Promise.resolve(7),
  };
  assertEquals(await send(fakeEndpoint(fine).sender, inside), 7);
});

Deno.test("send() ends when it is aborted, before, while it is sent, and while it waits", async () => {
  const reason = new RangeError("enough");
  const { sender, got } = fakeEndpoint("silent");
  await assertRejects(() => send(sender, { ...call, signal: AbortSignal.abort(reason) }), RangeError, "enough");
  assertEquals(got.length, 0);
  const stop = new AbortController();
  const sending = send(sender, { ...call, signal: stop.signal });
  stop.abort(reason);
  await assertRejects(() => sending, RangeError, "enough");
  const later = new AbortController();
  const waiting = fakeEndpoint(() => {
    later.abort(reason);
    return problem(503);
  });
  await assertRejects(() => send(waiting.sender, { ...call, signal: later.signal }), RangeError, "enough");
});
