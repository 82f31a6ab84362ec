import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { classLearner, get, lineLearner, post } from "./apps.ts";

const path = "/models/line/events";

Deno.test("GET events streams what happens to a model", async () => {
  const app = createApp({ models: { line: lineLearner() } });
  const response = await app.request(path, { headers: { "last-event-id": "17" } });
  assertEquals([response.status, response.headers.get("content-type")], [200, "text/event-stream; charset=utf-8"]);
  assertEquals(response.headers.get("cache-control"), "no-store");
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  assertEquals((await reader.read()).value!.split("\n").slice(0, 3), ["retry: 2000", "event: state", "id: 0"]);
  await post(app, "/models/line/learn", { features: [1], target: 2 });
  assertEquals((await reader.read()).value!.split("\n").slice(0, 2), ["event: learned", "id: 1"]);
  await reader.cancel();
});

Deno.test("GET events ends when its model is removed", async () => {
  const app = createApp({ models: {} });
  await app.models.put("colors", { description: classLearner().description });
  const response = await app.request("/models/colors/events");
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  await app.request("/models/colors", { method: "DELETE" });
  const events: string[] = [];
  for (let read; !(read = await reader.read()).done;) events.push(read.value.split("\n")[0]);
  assertEquals(events.at(-1), "event: removed");
  assertEquals((await get(app, "/models/colors/events")).status, 404);
});

Deno.test("GET events lets only so many follow, and others when those have gone", async () => {
  const app = createApp({ models: { line: lineLearner() }, limits: { eventStreams: 2 } });
  const [one, two] = await Promise.all([app.request(path), app.request(path)]);
  const { status, headers } = await get(app, path);
  assertEquals([status, headers.get("retry-after")], [503, "10"]);
  const head = await app.request(path, { method: "HEAD" });
  assertEquals([head.status, head.body], [200, null]);
  await one.body!.cancel();
  const three = await app.request(path);
  assertEquals(three.status, 200);
  await Promise.all([two, three].map(({ body }) => body!.cancel()));
});

Deno.test("GET events never holds up learning, however slow its client is", async () => {
  const app = createApp({ models: { line: lineLearner() } });
  const response = await app.request(path);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  for (let i = 0; i < 400; i++) await post(app, "/models/line/learn", { features: [0], target: 0 });
  const names = new Set<string>();
  for (let i = 0; i < 5; i++) names.add((await reader.read()).value!.split("\n")[0]);
  assertEquals([...names].includes("event: lost"), true);
  await reader.cancel();
});
