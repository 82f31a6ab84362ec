import { assertEquals, assertRejects } from "@std/assert";
import { createQueue } from "../../lib/http/create_queue.ts";

Deno.test("createQueue() runs one task at a time, in order", async () => {
  const inTurn = createQueue();
  const seen: string[] = [];
  const task = (name: string, turns: number) => async () => {
    seen.push(`${name} begins`);
    for (let i = 0; i < turns; i++) await Promise.resolve();
    seen.push(`${name} ends`);
    return name;
  };
  const results = await Promise.all([inTurn(task("a", 9)), inTurn(task("b", 0)), inTurn(task("c", 3))]);
  assertEquals(results, ["a", "b", "c"]);
  assertEquals(seen, ["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});

Deno.test("createQueue() goes on after a task that fails, and tells only its own caller", async () => {
  const inTurn = createQueue();
  const failed = inTurn(() => Promise.reject(new Error("no")));
  const next = inTurn(() => Promise.resolve("yes"));
  await assertRejects(() => failed, Error, "no");
  assertEquals(await next, "yes");
});

Deno.test("createQueue() counts a task that throws before its promise as failed", async () => {
  const inTurn = createQueue();
  const thrown = inTurn(() => {
    throw new RangeError("early");
  });
  await assertRejects(() => thrown, RangeError, "early");
  assertEquals(await inTurn(() => Promise.resolve(1)), 1);
});
