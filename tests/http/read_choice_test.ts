import { Hono } from "hono";
import { assertEquals } from "@std/assert";
import { readChoice } from "../../lib/http/read_choice.ts";
import type { RequestError } from "../../lib/http/request_error.ts";

async function choice(query: string): Promise<string> {
  const app = new Hono();
  app.get("/", (context) => context.text(readChoice(context, "size", ["small", "large"])));
  app.onError((error, context) => context.text(`${(error as RequestError).problem.status} ${error.message}`));
  return await (await app.request(`/${query}`)).text();
}

Deno.test("readChoice() is what the query says, or the first", async () => {
  assertEquals(await Promise.all(["", "?size=small", "?size=large"].map(choice)), ["small", "small", "large"]);
});

Deno.test("readChoice() answers 400 to anything else", async () => {
  const told = "400 Cannot use the query as size must be small, large: current value is another";
  assertEquals(await Promise.all(["?size", "?size=huge", "?size=constructor"].map(choice)), [told, told, told]);
});
