import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { get, lineLearner, post } from "./apps.ts";

Deno.test("GET versions gives those that are kept, the newest first", async () => {
  const app = createApp({ models: { line: lineLearner() }, versions: { samples: 1, keep: 2 } });
  assertEquals((await get(app, "/models/line/versions")).body, { versions: [] });
  for (let i = 0; i < 5; i++) await post(app, "/models/line/learn", { features: [i], target: i });
  const { body: { versions } } = await get(app, "/models/line/versions");
  const numbers = versions.map(({ version }: { version: number }) => version);
  assertEquals([numbers.length, numbers[0] > numbers[1]], [2, true]);
  assertEquals(versions.every(({ samples, time }: Record<string, number>) => samples > 0 && time > 0), true);
});
