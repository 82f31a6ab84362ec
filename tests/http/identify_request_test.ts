import { Hono } from "hono";
import { assert, assertEquals } from "@std/assert";
import { identifyRequest } from "../../lib/http/identify_request.ts";

/** The id that a request has that brings another. */
async function idOf(sent?: string): Promise<string> {
  const app = new Hono();
  app.get("/", (context) => {
    const id = identifyRequest(context);
    assertEquals(context.get("requestId" as never), id);
    return context.text(id);
  });
  return await (await app.request("/", { headers: sent === undefined ? {} : { "x-request-id": sent } })).text();
}

Deno.test("identifyRequest() keeps the id that a request brings", async () => {
  assertEquals(await idOf("Own-1_="), "Own-1_=");
  assertEquals(await idOf("x".repeat(255)), "x".repeat(255));
});

Deno.test("identifyRequest() makes a random one where there is none, or none that is safe to tell", async () => {
  const random = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
  for (const sent of [undefined, "", "a b", "<b>", "x".repeat(256)]) assert(random.test(await idOf(sent)));
  assertEquals(await idOf() === await idOf(), false);
});
