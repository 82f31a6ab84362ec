import { assertEquals } from "@std/assert";
import { createEventHub } from "../../../lib/http/hosted/event_hub.ts";
import type { ModelEvent } from "../../../lib/http/hosted/model_event.ts";

const event = (version: number): ModelEvent => ({ type: "version", model: "line", version, learned: 0, time: 0 });

async function take(events: AsyncIterable<ModelEvent>, count: number): Promise<ModelEvent[]> {
  const taken: ModelEvent[] = [];
  if (count === 0) return taken;
  for await (const each of events) if (taken.push(each) === count) break;
  return taken;
}

Deno.test("createEventHub() hands each event to each subscriber, from when it subscribes on", async () => {
  const hub = createEventHub();
  hub.publish(event(1));
  const one = hub.subscribe();
  hub.publish(event(2));
  const two = hub.subscribe();
  hub.publish(event(3));
  assertEquals([await take(one, 2), await take(two, 1)], [[event(2), event(3)], [event(3)]]);
});

Deno.test("createEventHub() wakes a subscriber that waits", async () => {
  const hub = createEventHub();
  const waiting = take(hub.subscribe(), 1);
  await new Promise((resolve) => setTimeout(resolve, 0));
  hub.publish(event(1));
  assertEquals(await waiting, [event(1)]);
});

Deno.test("createEventHub() drops the oldest events of a slow subscriber, and tells how many", async () => {
  const hub = createEventHub();
  const slow = hub.subscribe();
  for (let version = 1; version <= 300; version++) hub.publish(event(version));
  const events = await take(slow, 257);
  assertEquals(events[0], { ...event(45), type: "lost", events: 44 });
  assertEquals(events.slice(1), Array.from({ length: 256 }, (_, i) => event(45 + i)));
});

Deno.test("createEventHub() ends subscriptions: when all is read, or at once", async () => {
  const hub = createEventHub();
  const [one, two, three] = [hub.subscribe(), hub.subscribe(), hub.subscribe()];
  const waiting = take(three, 5);
  hub.publish(event(1));
  two.close();
  hub.close();
  hub.publish(event(2));
  assertEquals([await take(one, 5), await take(two, 5), await waiting], [[event(1)], [], [event(1)]]);
});
