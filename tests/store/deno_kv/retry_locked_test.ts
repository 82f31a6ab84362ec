import { assertEquals, assertRejects } from "@std/assert";
import { retryLocked } from "../../../lib/store/deno_kv/retry_locked.ts";

Deno.test("retryLocked() tries again while the database is locked", async () => {
  let tries = 0;
  const result = await retryLocked(() => {
    if (++tries < 4) return Promise.reject(new TypeError("database is locked"));
    return Promise.resolve("done");
  });
  assertEquals([result, tries], ["done", 4]);
});

Deno.test("retryLocked() throws any other error at once", async () => {
  let tries = 0;
  const run = () => (tries++, Promise.reject(new TypeError("disk full")));
  await assertRejects(() => retryLocked(run), TypeError, "disk full");
  assertEquals(tries, 1);
});
