import { Hono } from "hono";
import { assertEquals } from "@std/assert";
import { type JsonBody, readJson } from "../../../lib/http/body/read_json.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

/** What `readJson` makes of a body; of a refused one the status and the detail. */
async function read(body: string, type = "application/json"): Promise<Omit<JsonBody, "text"> | [number, string]> {
  const app = new Hono();
  let result: Omit<JsonBody, "text"> | [number, string] | undefined;
  app.post("/", async (context) => {
    try {
      const { text, ...rest } = await readJson(context, {
        bodyBytes: 100,
        bodyMilliseconds: 1000,
        samplesPerRequest: 3,
      });
      assertEquals(text, body);
      result = rest;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      result = [error.problem.status, error.message];
    }
    return context.body(null);
  });
  await app.request("/", {
    method: "POST",
    headers: type === "" ? {} : { "content-type": type },
    body: new TextEncoder().encode(body), // which has no type of its own
  });
  return result!;
}

Deno.test("readJson() reads one value, an array, and lines", async () => {
  assertEquals(await read('{"a":1}'), { values: [{ a: 1 }], single: true });
  assertEquals(await read("[1,2]", "Application/JSON; charset=utf-8"), { values: [1, 2], single: false });
  assertEquals(await read('\n{"a":1}\r\n\n2', "application/x-ndjson"), { values: [{ a: 1 }, 2], single: false });
});

Deno.test("readJson() refuses other types", async () => {
  const start = "Cannot read the body as its content-type must be application/json or application/x-ndjson: ";
  assertEquals(await read("1", "text/plain"), [415, `${start}current value is text/plain`]);
  assertEquals(await read("1", ""), [415, `${start}current value is missing`]);
});

Deno.test("readJson() refuses what is malformed, empty or too long", async () => {
  const start = "Cannot read the body as it must be JSON: the mistake is at position";
  assertEquals(await read("[1, x"), [400, `${start} 4`]);
  assertEquals(await read("{"), [400, `${start} 1`]);
  assertEquals(await read(""), [400, `${start} 0`]);
  assertEquals(await read("1\n2\n[x", "application/x-ndjson"), [
    400,
    "Cannot read line 3 as it must be JSON: the mistake is at position 1",
  ]);
  const rule = "Cannot use the body as it must hold 1 to 3 samples: current value is";
  assertEquals(await read("[]"), [422, `${rule} 0`]);
  assertEquals(await read("\n\n", "application/x-ndjson"), [422, `${rule} 0`]);
  assertEquals(await read("[1,2,3,4]"), [413, `${rule} 4`]);
});
