import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { get, lineLearner, post, snapshot } from "./apps.ts";

const path = "/models/line/rollback";

/** An app whose model has learned twice, with the snapshot after the first time. */
async function learned() {
  const app = createApp({ models: { line: lineLearner() }, versions: { samples: 1 } });
  await post(app, "/models/line/learn", { features: [1], target: 2 });
  const first = await snapshot(app);
  await post(app, "/models/line/learn", { features: [2], target: 1 });
  return { app, first };
}

Deno.test("POST rollback makes a kept version the head again, as a new version", async () => {
  const { app, first } = await learned();
  const { status, body, headers } = await post(app, path, { version: 1 });
  assertEquals([status, body.version, body.restored, headers.get("etag")], [200, 3, 1, '"3"']);
  assertEquals(await snapshot(app), first);
  const { samples, version } = (await get(app, "/models/line")).body;
  assertEquals([samples, version], [1, 3]);
});

Deno.test("POST rollback refuses what is no version, is not kept, or is not what the client takes it for", async () => {
  const { app } = await learned();
  const before = await snapshot(app);
  const refused: [body: unknown, headers: Record<string, string>, status: number][] = [
    [{ version: 99 }, {}, 404],
    [{ version: -1 }, {}, 422],
    [{ version: "1" }, {}, 422],
    [{ version: 1.5 }, {}, 422],
    ['{"version":1e999}', {}, 422],
    [[{ version: 1 }], {}, 422],
    [{}, {}, 422],
    ["null", {}, 422],
    [{ version: 1 }, { "if-match": '"1"' }, 412],
    [{ version: 1 }, { "content-type": "text/plain" }, 415],
  ];
  for (const [body, headers, status] of refused) {
    assertEquals([body, (await post(app, path, body, headers)).status], [body, status]);
  }
  assertEquals(await snapshot(app), before);
});
