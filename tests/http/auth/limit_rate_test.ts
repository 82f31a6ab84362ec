import { Hono } from "hono";
import { assertEquals } from "@std/assert";
import { authenticate } from "../../../lib/http/auth/authenticate.ts";
import { limitRate } from "../../../lib/http/auth/limit_rate.ts";
import type { RequestError } from "../../../lib/http/request_error.ts";

/** An app of two tokens with one request every two seconds each, its clock, and what it refused. */
function limited() {
  const clock = { now: 5000 };
  const refused: RequestError[] = [];
  const app = new Hono();
  app.use(authenticate(["one", "two"].map((token) => ({ token, scope: "admin" }))));
  app.use(limitRate({ perSecond: 0.5, burst: 1 }, () => clock.now));
  app.get("/", (context) => context.text("yes"));
  app.onError((error, context) => {
    refused.push(error as RequestError);
    return context.text("no", 429);
  });
  const ask = async (token: string) =>
    await (await app.request("/", { headers: { authorization: `Bearer ${token}` } })).text();
  return { clock, refused, ask };
}

Deno.test("limitRate() counts each token for itself", async () => {
  const { clock, ask } = limited();
  assertEquals([await ask("one"), await ask("one"), await ask("two"), await ask("two")], ["yes", "no", "yes", "no"]);
  clock.now += 2000;
  assertEquals([await ask("one"), await ask("one"), await ask("two")], ["yes", "no", "yes"]);
});

Deno.test("limitRate() says when to come back, in whole seconds", async () => {
  const { clock, refused, ask } = limited();
  await ask("one");
  for (const wait of [0, 999, 1000]) {
    clock.now += wait;
    await ask("one");
  }
  assertEquals(refused.map(({ headers }) => headers["retry-after"]), ["2", "2", "1"]);
  const { problem } = refused[0];
  assertEquals([problem.status, problem.detail], [
    429,
    "Cannot serve the request as there must be 0.5 in a second at most",
  ]);
});
