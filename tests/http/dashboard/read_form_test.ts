import { assertEquals } from "@std/assert";
import { Hono } from "../../../lib/deps/hono.ts";
import { readForm } from "../../../lib/http/dashboard/read_form.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

const app = new Hono();
app.post("/", async (context) => context.json([...await readForm(context, { bodyBytes: 30, bodyMilliseconds: 1000 })]));
app.onError((error) => new Response(null, { status: error instanceof RequestError ? error.problem.status : 500 }));

function send(body: string, type = "application/x-www-form-urlencoded") {
  return app.request("/", { method: "POST", body, headers: { "content-type": type } });
}

Deno.test("readForm() reads what a form was filled in with", async () => {
  assertEquals(await (await send("a=1+2&b=%C3%BC&a=")).json(), [["a", "1 2"], ["b", "ü"], ["a", ""]]);
  assertEquals(await (await send("")).json(), []);
});

Deno.test("readForm() refuses what is no form, or too long", async () => {
  assertEquals((await send("{}", "application/json")).status, 415);
  assertEquals((await send(`a=${"x".repeat(30)}`)).status, 413);
});
