import { assertEquals, assertRejects } from "@std/assert";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { admit } from "../../../lib/http/auth/admit.ts";

/** A request, and checks that note that they were there. */
async function setting() {
  const seen: string[] = [];
  const check = (name: string): MiddlewareHandler => async (_context, next) => {
    seen.push(name);
    await next();
  };
  const refuse: MiddlewareHandler = () => Promise.reject(new RangeError("no"));
  const route = () => {
    seen.push("route");
    return Promise.resolve(new Response("fine"));
  };
  const app = new Hono();
  let context!: Context;
  app.get("/", (given) => {
    context = given;
    return given.text("");
  });
  await app.request("/");
  return { seen, check, refuse, route, context };
}

Deno.test("admit() puts checks before a route, in their order", async () => {
  const { seen, check, route, context } = await setting();
  assertEquals(await (await admit([check("a"), check("b")], route)(context)).text(), "fine");
  assertEquals(seen, ["a", "b", "route"]);
});

Deno.test("admit() leaves a route without checks as it is", async () => {
  const { route } = await setting();
  assertEquals(admit([], route), route);
});

Deno.test("admit() does not come to the route if a check throws", async () => {
  const { seen, check, refuse, route, context } = await setting();
  await assertRejects(() => admit([check("a"), refuse, check("b")], route)(context), RangeError, "no");
  assertEquals(seen, ["a"]);
});
