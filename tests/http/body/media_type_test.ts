import { Hono } from "hono";
import { assertEquals } from "@std/assert";
import { mediaType } from "../../../lib/http/body/media_type.ts";
import type { RequestError } from "../../../lib/http/request_error.ts";

/** Which of the kinds a type is, or the error. */
async function kindOf(type: string | undefined, known: string[]): Promise<string | RequestError> {
  const app = new Hono();
  let result: string | RequestError | undefined;
  app.post("/", (context) => {
    try {
      result = mediaType(context, known);
    } catch (error) {
      result = error as RequestError;
    }
    return context.body(null);
  });
  await app.request("/", { method: "POST", headers: type === undefined ? {} : { "content-type": type } });
  return result!;
}

Deno.test("mediaType() tells the kind, whatever its case and its parameters", async () => {
  assertEquals(await kindOf("Text/CSV ; charset=utf-8; header=present", ["application/json", "text/csv"]), "text/csv");
});

Deno.test("mediaType() refuses other kinds and none, and says which there are", async () => {
  const rule = "Cannot read the body as its content-type must be a/b or c/d: current value is";
  for (
    const [type, current] of [["text/plain", "text/plain"], [undefined, "missing"], ["x".repeat(100), "x".repeat(80)]]
  ) {
    const { problem, headers, message } = await kindOf(type, ["a/b", "c/d"]) as RequestError;
    assertEquals([problem.status, headers, message], [415, { accept: "a/b, c/d" }, `${rule} ${current}`]);
  }
});
