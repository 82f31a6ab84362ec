import { Hono } from "hono";
import { assertEquals } from "@std/assert";
import { authenticate } from "../../../lib/http/auth/authenticate.ts";
import { mayDo, scopeGuard } from "../../../lib/http/auth/require_scope.ts";
import type { Scope } from "../../../lib/http/auth/token_options.ts";
import type { RequestError } from "../../../lib/http/request_error.ts";

const scopes: Scope[] = ["predict", "learn", "admin"];

/** Whether a token of one scope may do what another is needed for; the error if not. */
async function may(scope: Scope, needed: Scope): Promise<true | RequestError> {
  let error: unknown;
  const app = new Hono();
  app.use(authenticate(scopes.map((each) => ({ token: each, scope: each }))));
  app.get("/", scopeGuard(needed), (context) => context.text("yes"));
  app.onError((thrown, context) => {
    error = thrown;
    return context.text("no", 500);
  });
  const response = await app.request("/", { headers: { authorization: `Bearer ${scope}` } });
  return await response.text() === "yes" ? true : error as RequestError;
}

Deno.test("scopeGuard() lets through the scope and those that hold it", async () => {
  const table = await Promise.all(
    scopes.map((scope) => Promise.all(scopes.map(async (needed) => await may(scope, needed) === true))),
  );
  assertEquals(table, [[true, false, false], [true, true, false], [true, true, true]]);
});

Deno.test("scopeGuard() says which scope is missing", async () => {
  const error = await may("learn", "admin") as RequestError;
  assertEquals([error.problem.status, error.message, error.headers], [
    403,
    "Cannot serve the request as its token must have the scope admin: current value is learn",
    { "www-authenticate": 'Bearer error="insufficient_scope", scope="admin"' },
  ]);
});

Deno.test("scopeGuard() lets everyone through where there are no tokens", async () => {
  const app = new Hono();
  app.get("/", scopeGuard("admin"), (context) => context.text("yes"));
  assertEquals(await (await app.request("/")).text(), "yes");
});

Deno.test("mayDo() is what scopeGuard() goes by, and lets everyone where there are no tokens", () => {
  const allowed = scopes.map((scope) => scopes.filter((needed) => mayDo({ token: 0, scope }, needed)));
  assertEquals(allowed, [["predict"], ["predict", "learn"], ["predict", "learn", "admin"]]);
  assertEquals(mayDo(undefined, "admin"), true);
});
