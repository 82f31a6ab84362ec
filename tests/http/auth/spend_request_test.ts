import { assertEquals } from "@std/assert";
import { spendRequest } from "../../../lib/http/auth/spend_request.ts";

Deno.test("spendRequest() lets through a burst, then one as often as the rate says", () => {
  // Two in a second: one every 500 ms; three at once.
  const rate = { perSecond: 2, burst: 3 };
  const results: [wait: number, full: number][] = [];
  let full = 0;
  for (const now of [0, 0, 0, 0, 499, 500, 501, 2000]) {
    const result = spendRequest(full, now, rate);
    full = result[1];
    results.push(result);
  }
  assertEquals(results, [
    [0, 500],
    [0, 1000],
    [0, 1500],
    [500, 1500],
    [1, 1500],
    [0, 2000],
    [499, 2000],
    [0, 2500],
  ]);
});

Deno.test("spendRequest() lets through in the long run what the rate says, whatever comes", () => {
  const rate = { perSecond: 10, burst: 5 };
  let [full, through] = [0, 0];
  for (let now = 0; now < 60_000; now += 7) {
    const [wait, later] = spendRequest(full, now, rate);
    full = later;
    if (wait === 0) through++;
  }
  assertEquals(through, 604); // 600 in a minute, and the burst in the beginning
});
