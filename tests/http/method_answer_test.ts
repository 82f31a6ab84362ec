import { Hono } from "hono";
import { assertEquals } from "@std/assert";
import { methodAnswer } from "../../lib/http/method_answer.ts";

async function answer(method: string): Promise<Response> {
  const app = new Hono();
  app.all("/", (context) => {
    context.set("requestId" as never, "42" as never);
    return methodAnswer(context, ["GET", "HEAD"]);
  });
  return await app.request("/", { method });
}

Deno.test("methodAnswer() refuses a method and says which there are", async () => {
  const response = await answer("PUT");
  assertEquals([response.status, response.headers.get("allow")], [405, "GET, HEAD, OPTIONS"]);
  assertEquals(await response.json(), {
    type: "about:blank",
    status: 405,
    title: "Method Not Allowed",
    requestId: "42",
  });
});

Deno.test("methodAnswer() tells who asks", async () => {
  const response = await answer("OPTIONS");
  assertEquals([response.status, response.headers.get("allow"), await response.text()], [
    204,
    "GET, HEAD, OPTIONS",
    "",
  ]);
});
