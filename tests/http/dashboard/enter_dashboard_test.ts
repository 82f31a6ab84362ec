import { assertEquals, assertStringIncludes } from "@std/assert";
import { Hono } from "../../../lib/deps/hono.ts";
import { grantOf } from "../../../lib/http/auth/authenticate.ts";
import { enterDashboard } from "../../../lib/http/dashboard/enter_dashboard.ts";
import { openSession } from "../../../lib/http/dashboard/session.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

const tokens = [{ token: "secret", scope: "learn" }] as const;

function appFor(known: typeof tokens | undefined) {
  const app = new Hono();
  app.get("/open", async (context) => (await openSession(context, tokens[0]), context.text("")));
  app.use(enterDashboard(known));
  app.all("*", (context) => context.json(grantOf(context) ?? null));
  app.onError((error) => new Response(null, { status: error instanceof RequestError ? error.problem.status : 500 }));
  return app;
}

Deno.test("enterDashboard() lets in a session with what its token is good for", async () => {
  const app = appFor(tokens);
  const cookie = (await app.request("/open")).headers.get("set-cookie")!.split(";")[0];
  assertEquals(await (await app.request("/", { headers: { cookie } })).json(), { token: 0, scope: "learn" });
});

Deno.test("enterDashboard() asks everyone else for a token, and then goes on to the page", async () => {
  const app = appFor(tokens);
  const response = await app.request("/dashboard/models/iris", { headers: { authorization: "Bearer secret" } });
  assertEquals([response.status, response.headers.get("content-type")], [200, "text/html; charset=utf-8"]);
  assertStringIncludes(await response.text(), 'name="next" value="/dashboard/models/iris"');
});

Deno.test("enterDashboard() refuses what is no page", async () => {
  const app = appFor(tokens);
  assertEquals((await app.request("/dashboard/events")).status, 401);
  assertEquals((await app.request("/dashboard/models/iris/events")).status, 401);
  assertEquals((await app.request("/dashboard/models/iris/predict", { method: "POST" })).status, 401);
});

Deno.test("enterDashboard() lets everyone in where there are no tokens", async () => {
  assertEquals(await (await appFor(undefined).request("/")).json(), null);
});
