import { Hono } from "hono";
import { assertEquals } from "@std/assert";
import { authenticate, grantOf, setGrant } from "../../../lib/http/auth/authenticate.ts";

/** What a request with the header is answered. */
async function answer(header?: string): Promise<[status: number, body: string]> {
  const app = new Hono();
  app.use(authenticate([{ token: "one", scope: "predict" }, { token: "two", scope: "admin" }]));
  app.get("/", (context) => context.json(grantOf(context)));
  const response = await app.request("/", header === undefined ? {} : { headers: { authorization: header } });
  return [response.status, await response.text()];
}

Deno.test("authenticate() lets through who has a token, and keeps which", async () => {
  assertEquals(await answer("Bearer one"), [200, '{"token":0,"scope":"predict"}']);
  assertEquals(await answer("bearer  two"), [200, '{"token":1,"scope":"admin"}']);
});

Deno.test("authenticate() refuses who has none", async () => {
  const refused = [undefined, "Bearer three", "Bearer ", "Basic b25lOg==", "one", "Bearer one two"];
  assertEquals((await Promise.all(refused.map(answer))).map(([status]) => status), [401, 401, 400, 400, 400, 400]);
});

Deno.test("grantOf() is undefined where nobody asks for a token", async () => {
  const app = new Hono();
  app.get("/", (context) => context.text(String(grantOf(context))));
  assertEquals(await (await app.request("/")).text(), "undefined");
});

Deno.test("setGrant() keeps what grantOf() finds", async () => {
  const app = new Hono();
  app.get("/", (context) => {
    setGrant(context, { token: 3, scope: "learn" });
    return context.json(grantOf(context));
  });
  assertEquals(await (await app.request("/")).json(), { token: 3, scope: "learn" });
});
