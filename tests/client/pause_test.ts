import { assertEquals, assertRejects } from "@std/assert";
import { pause } from "../../lib/client/pause.ts";

Deno.test("pause() waits", async () => {
  const order: string[] = [];
  const pauses = [pause(5).then(() => order.push("later")), pause(0).then(() => order.push("sooner"))];
  await Promise.all(pauses);
  assertEquals(order, ["sooner", "later"]);
});

Deno.test("pause() rejects with the reason when it is aborted, before or while it waits", async () => {
  const stop = new AbortController();
  const waiting = pause(1e6, stop.signal);
  stop.abort(new RangeError("enough"));
  await assertRejects(() => waiting, RangeError, "enough");
  await assertRejects(() => pause(1e6, stop.signal), RangeError, "enough");
});
