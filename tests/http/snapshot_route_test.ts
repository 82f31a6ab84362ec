import { decodeLearner } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { assertEquals, assertNotEquals } from "@std/assert";
import { type App, get, lineLearner, post } from "./apps.ts";

const path = "/models/line/snapshot";
const sample = { features: [1], target: 2 };
const models = () => createApp({ models: { line: lineLearner() } });

async function tagOf(app: App): Promise<string> {
  const response = await app.request(path);
  await response.body?.cancel();
  return response.headers.get("etag")!;
}

Deno.test("GET /models/:name/snapshot gives the file", async () => {
  const app = models();
  await post(app, "/models/line/learn", sample);
  const response = await app.request(path);
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("content-type"), "application/octet-stream");
  assertEquals(response.headers.get("content-disposition"), "attachment; filename*=UTF-8''line.safetensors");
  assertEquals(response.headers.get("cache-control"), "no-store");
  const { state } = decodeLearner(new Uint8Array(await response.arrayBuffer()));
  assertEquals([...state.network.parameters], [1, 1]);
});

Deno.test("GET /models/:name/snapshot gives nothing to who has it already", async () => {
  const app = models();
  const etag = await tagOf(app);
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const again = await app.request(path, { headers: { "if-none-match": known } });
    assertEquals([again.status, again.headers.get("etag"), await again.text()], [304, etag, ""]);
  }
  await post(app, "/models/line/learn", sample);
  const changed = await app.request(path, { headers: { "if-none-match": etag } });
  assertEquals(changed.status, 200);
  assertNotEquals(changed.headers.get("etag"), etag);
  await changed.body?.cancel();
});

Deno.test("GET /models/:name/snapshot has one tag for one content, and another one for the same version of another", async () => {
  const [one, two, other] = [models(), models(), models()];
  await post(one, "/models/line/learn", sample);
  await post(two, "/models/line/learn", sample);
  await post(other, "/models/line/learn", { features: [2], target: 2 });
  assertEquals(await tagOf(one), await tagOf(two));
  assertNotEquals(await tagOf(one), await tagOf(other));
});

Deno.test("GET /models/:name/snapshot gives a version that is kept, and 404 for one that is not", async () => {
  const app = createApp({ models: { line: lineLearner() }, versions: { samples: 1 } });
  await post(app, "/models/line/learn", sample);
  await post(app, "/models/line/learn", sample);
  await post(app, "/models/line/learn", { features: [5], target: 5 });
  const { body: { versions } } = await get(app, "/models/line/versions");
  const { version, samples } = versions.at(-1);
  const response = await app.request(`${path}?version=${version}`);
  const { state } = decodeLearner(new Uint8Array(await response.arrayBuffer()));
  assertEquals([response.status, state.samples], [200, samples]);
  for (const [other, status] of [["99", 404], ["1.5", 400], ["", 400], ["-1", 400], ["1e3", 400]]) {
    assertEquals((await get(app, `${path}?version=${other}`)).status, status);
  }
});
