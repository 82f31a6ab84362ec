import { Hono } from "hono";
import { assertEquals } from "@std/assert";
import type { RequestError } from "../../lib/http/request_error.ts";
import { takesAny, versionRule, versionTag } from "../../lib/http/version_rule.ts";

/** Whether a change is let through: 200, or the status it is refused with. */
async function allowed(headers: Record<string, string>, exists = true): Promise<number> {
  const app = new Hono();
  app.put("/", (context) => {
    versionRule(context)?.(exists ? 0 : undefined);
    return context.body(null, 200);
  });
  app.onError((error, context) => context.body(null, (error as RequestError).problem.status as 412));
  return (await app.request("/", { method: "PUT", headers })).status;
}

Deno.test("versionTag() is the version in quotes", () => {
  assertEquals(versionTag(12), '"12"');
});

Deno.test("takesAny() is whether a client takes whatever is there", async () => {
  const app = new Hono();
  app.delete("/", (context) => context.json(takesAny(context)));
  const any = async (headers: Record<string, string>) =>
    await (await app.request("/", { method: "DELETE", headers })).json();
  for (const headers of [{}, { "if-match": "*" }, { "if-match": '"1", *' }]) assertEquals(await any(headers), true);
  for (const headers of [{ "if-match": '"1"' }, { "if-match": "" }, { "if-match": "*", "if-none-match": "*" }]) {
    assertEquals(await any(headers), false);
  }
});

Deno.test("versionRule() lets through what asks for nothing, or for what there is", async () => {
  assertEquals(await allowed({}), 200);
  assertEquals(await allowed({}, false), 200);
  for (const tags of ['"0"', "*", '"5", "0"']) assertEquals(await allowed({ "if-match": tags }), 200);
  assertEquals(await allowed({ "if-none-match": '"5"' }), 200);
  assertEquals(await allowed({ "if-none-match": "*" }, false), 200);
});

Deno.test("versionRule() answers 412 if it is not so", async () => {
  for (const tags of ['"1"', "0", 'W/"0"', ""]) assertEquals(await allowed({ "if-match": tags }), 412, tags);
  for (const tags of ["*", '"0"']) {
    assertEquals([await allowed({ "if-match": tags }, false), await allowed({ "if-none-match": tags })], [412, 412]);
  }
});
