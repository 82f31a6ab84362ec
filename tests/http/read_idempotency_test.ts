import { Hono } from "hono";
import { assertEquals, assertNotEquals } from "@std/assert";
import type { IdempotencyKey } from "../../lib/http/hosted/learn_request.ts";
import { readIdempotency, readKey } from "../../lib/http/read_idempotency.ts";
import type { RequestError } from "../../lib/http/request_error.ts";

/** What a request with that key, path and body is called; the status it is refused with. */
async function read(key: string | undefined, { path = "/a", body = "1", part = undefined as number | undefined } = {}) {
  const app = new Hono();
  let result: IdempotencyKey | undefined | number;
  app.post("/*", async (context) => {
    try {
      result = await readIdempotency(context, body, part);
      assertEquals(readKey(context), key);
    } catch (error) {
      result = (error as RequestError).problem.status;
    }
    return context.body(null);
  });
  await app.request(path, { method: "POST", headers: key === undefined ? {} : { "idempotency-key": key } });
  return result;
}

Deno.test("readIdempotency() is undefined without a key", async () => {
  assertEquals(await read(undefined), undefined);
});

Deno.test("readIdempotency() has the same fingerprint for the same request, and another for another", async () => {
  const first = await read("k") as IdempotencyKey;
  assertEquals([first.key, /^[0-9a-f]{64}$/.test(first.fingerprint)], ["k", true]);
  assertEquals(await read("k"), first);
  for (const changed of [{ path: "/b" }, { body: "2" }, { body: "" }]) {
    assertNotEquals((await read("k", changed) as IdempotencyKey).fingerprint, first.fingerprint);
  }
});

Deno.test("readIdempotency() makes a key of each part", async () => {
  const keys = await Promise.all([0, 1].map((part) => read("k", { part })));
  assertEquals(keys.map((each) => (each as IdempotencyKey).key), ["k#0", "k#1"]);
});

Deno.test("readIdempotency() refuses keys that are empty, too long or not visible", async () => {
  assertEquals((await read("x".repeat(200)) as IdempotencyKey).key.length, 200);
  for (const key of ["", "x".repeat(201), "a b", "ü"]) assertEquals(await read(key), 400, key);
});
