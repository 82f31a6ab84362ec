import { assertEquals } from "@std/assert";
import { retryDelay } from "../../lib/client/retry_delay.ts";

const now = Date.UTC(2030, 0, 1);

Deno.test("retryDelay() doubles from 100 ms to 10 s", () => {
  const delays = [0, 1, 2, 6, 7, 50].map((attempt) => retryDelay({ attempt, random: 0, now }));
  assertEquals(delays, [100, 200, 400, 6400, 10_000, 10_000]);
});

Deno.test("retryDelay() leaves out a random half at most", () => {
  assertEquals(retryDelay({ attempt: 3, random: 1, now }), 400);
  assertEquals(retryDelay({ attempt: 3, random: 0.5, now }), 600);
});

Deno.test("retryDelay() is at least what the server asks for, in seconds or as a date", () => {
  const delay = (retryAfter: string | null) => retryDelay({ attempt: 0, random: 0, now, retryAfter });
  assertEquals([delay("3"), delay("0"), delay("Tue, 01 Jan 2030 00:01:00 GMT")], [3000, 100, 60_000]);
  assertEquals([delay(null), delay("soon"), delay("-5"), delay("Tue, 01 Jan 2019 00:00:00 GMT")], [100, 100, 100, 100]);
});
