import { Hono } from "hono";
import { assertEquals } from "@std/assert";
import { readFlag } from "../../lib/http/read_flag.ts";
import type { RequestError } from "../../lib/http/request_error.ts";

async function flag(query: string): Promise<boolean | string> {
  const app = new Hono();
  let result: boolean | undefined;
  app.get("/", (context) => context.json(result = readFlag(context, "keep")));
  app.onError((error, context) => context.json(`${(error as RequestError).problem.status} ${error.message}`));
  const body = await (await app.request(`/${query}`)).json();
  return result ?? body;
}

Deno.test("readFlag() is true where the flag is there, and false where it is not", async () => {
  assertEquals(await Promise.all(["?keep", "?keep=1", "?keep=true"].map(flag)), [true, true, true]);
  assertEquals(await Promise.all(["", "?keep=0", "?keep=false", "?keeps=1"].map(flag)), [false, false, false, false]);
});

Deno.test("readFlag() answers 400 to anything else", async () => {
  const told = "400 Cannot use the query as keep must be 0, 1, false or true: current value is another";
  assertEquals(await Promise.all(["?keep=yes", "?keep=2"].map(flag)), [told, told]);
});
