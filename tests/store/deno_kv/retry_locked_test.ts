import { StoreBusyError } from "@backstream/backstream";
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

Deno.test("retryLocked() waits for a random time that grows, and gives up after some tries", async () => {
  const waits: number[] = [];
  const options = {
    attempts: 9,
    random: () => 0.5,
    sleep: (milliseconds: number) => (waits.push(milliseconds), Promise.resolve()),
  };
  const cause = new TypeError("database is locked");
  const error = await assertRejects(() => retryLocked(() => Promise.reject(cause), options), StoreBusyError);
  assertEquals([error.cause, waits], [cause, [1, 2, 4, 8, 16, 32, 50, 50]]);
});

Deno.test("retryLocked() waits for 3 seconds or so by itself", async () => {
  let sum = 0;
  const sleep = (milliseconds: number) => Promise.resolve(void (sum += milliseconds));
  const run = () => retryLocked(() => Promise.reject(TypeError("database is locked")), { random: () => 0.5, sleep });
  await assertRejects(run, StoreBusyError);
  assertEquals(sum, 1 + 2 + 4 + 8 + 16 + 32 + 53 * 50);
});

Deno.test("retryLocked() throws any other error at once", async () => {
  let tries = 0;
  const run = () => (tries++, Promise.reject(new TypeError("disk full")));
  await assertRejects(() => retryLocked(run), TypeError, "disk full");
  assertEquals(tries, 1);
});
