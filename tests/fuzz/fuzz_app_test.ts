import { assert, assertEquals } from "@std/assert";
import { fuzzApp } from "./fuzz_app.ts";

Deno.test("3,000 fuzzed requests have no answer of 500 or more, and none that is refused changes a model", async () => {
  const { requests, statuses, changes } = await fuzzApp({ seed: 1, requests: 3000 });
  assertEquals(requests, 3000);
  const found = Object.keys(statuses).map(Number).filter((status) => status !== 304);
  assertEquals(found, [200, 201, 204, 400, 401, 403, 404, 405, 409, 412, 413, 415, 422]);
  assert(changes > 300, `${changes} have changed a model`);
});
