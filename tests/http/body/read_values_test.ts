import { Hono } from "hono";
import { assertEquals } from "@std/assert";
import { readValues } from "../../../lib/http/body/read_values.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { gzip, streamOf } from "./bodies.ts";

const limits = { bodyBytes: 100, bodyMilliseconds: 20, samplesPerRequest: 3 };

/** The values of a body, and whether there is one by itself; of a refused one the status and the detail. */
async function read(body: BodyInit, headers: Record<string, string> = {}): Promise<unknown[]> {
  const app = new Hono();
  let result: unknown[] = [];
  app.post("/", async (context) => {
    try {
      const { values, single } = await readValues(context, limits);
      result = [values, single];
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      result = [error.problem.status, error.message];
    }
    return context.body(null);
  });
  await app.request("/", { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
  return result;
}

const lengthOf = (body: string) => ({ "content-length": String(new TextEncoder().encode(body).length) });

Deno.test("readValues() reads the same with a stated length and without", async () => {
  for (const body of ['{"a":"grün"}', " 1 ", "null", "[1,[2]]", "{", "[]", "[1,2,3,4]", `"${"x".repeat(99)}"`]) {
    const [[values, single], [same, alike]] = [await read(body, lengthOf(body)), await read(body)];
    if (typeof same === "number") assertEquals([body, values], [body, same]); // refused
    else assertEquals([body, values, single], [body, same, alike]);
  }
  assertEquals(await read('{"a":"grün"}', lengthOf('{"a":"grün"}')), [[{ a: "grün" }], true]);
});

Deno.test("readValues() tells in the words of the runtime what is malformed in a body of a stated length", async () => {
  const start = "Cannot read the body as it must be JSON:";
  const detail = `${start} Unexpected token 'N', "[1, NaN]" is not valid JSON`;
  assertEquals(await read("[1, NaN]", lengthOf("[1, NaN]")), [400, detail]);
  assertEquals(await read("", { "content-length": "0" }), [400, `${start} Unexpected end of JSON input`]);
  assertEquals(await read("[1, NaN]"), [400, `${start} the mistake is at position 4`]);
});

Deno.test("readValues() leaves other bodies to what reads their text", async () => {
  const lines = '{"a":1}\n\n2';
  assertEquals(await read(lines, { ...lengthOf(lines), "content-type": "application/x-ndjson" }), [
    [{ a: 1 }, 2],
    false,
  ]);
  const type = "Application/JSON; charset=utf-8";
  assertEquals(await read("[1]", { ...lengthOf("[1]"), "content-type": type }), [[1], false]);
  assertEquals(await read(await gzip("[1]"), { "content-length": "23", "content-encoding": "gzip" }), [[1], false]);
  const chunked = { "content-length": "3", "transfer-encoding": "chunked" };
  assertEquals((await read(`"${"x".repeat(100)}"`, chunked))[0], 413);
  assertEquals((await read("1", { "content-type": "text/plain" }))[0], 415);
});

Deno.test("readValues() answers 408 for a body that stalls, and 503 for one that is cut short", async () => {
  const stalled = new ReadableStream({ pull: () => new Promise(() => {}) });
  assertEquals((await read(stalled, { "content-length": "5" }))[0], 408);
  const cut = new ReadableStream({ pull: (controller) => controller.error(new TypeError("connection reset")) });
  assertEquals((await read(cut, { "content-length": "5" }))[0], 503);
  assertEquals(await read(streamOf("[1", ",2]"), { "content-length": "5" }), [[1, 2], false]);
});
