/** examples/cloudflare on workerd, the runtime of Cloudflare Workers, with objects on a disk. */
import { assert, assertEquals } from "@std/assert";
import { killAndCompare } from "../durability/kill_and_compare.ts";
import { startWorkerd, type Workerd } from "../runtime/start_workerd.ts";
import { headers, makeModel } from "./end_and_compare.ts";
import { makeWranglerWorker } from "./make_wrangler_worker.ts";

let folder = "";
Deno.test.beforeAll(async () => {
  folder = await Deno.makeTempDir();
  await makeWranglerWorker(folder, { BACKSTREAM_TOKEN: "secret" });
});
Deno.test.afterAll(() => Deno.remove(folder, { recursive: true }));

/** Runs on workerd, which is killed in the end. */
async function onWorkerd<T>(run: (workerd: Workerd) => Promise<T>): Promise<T> {
  const workerd = await startWorkerd(folder);
  try {
    return await run(workerd);
  } finally {
    await workerd.kill();
  }
}

async function ask(address: string, path: string, body?: unknown, more: Record<string, string> = {}) {
  const response = await fetch(address + path, {
    headers: { ...headers, "content-type": "application/json", ...more },
    ...body === undefined ? {} : { method: "POST", body: JSON.stringify(body) },
  });
  return { status: response.status, body: await response.json() };
}

const flower = [5.1, 3.5, 1.4, 0.2];

Deno.test("examples/cloudflare learns and predicts, goes on when it was killed, and learns nothing twice", async () => {
  const key = { "idempotency-key": "first" };
  const samples = Array.from({ length: 50 }, () => ({ features: flower, target: "setosa" }));
  const { learned, predicted } = await onWorkerd(async ({ address }) => ({
    learned: await ask(address, "/models/iris/learn", samples, key),
    predicted: await ask(address, "/models/iris/predict", { features: flower }),
  }));
  assertEquals([learned.status, learned.body.samples], [200, 50]);
  assertEquals(predicted.body.label, "setosa");
  await onWorkerd(async ({ address }) => {
    assertEquals(await ask(address, "/models/iris/predict", { features: flower }), predicted);
    assertEquals((await ask(address, "/models/iris/learn", samples, key)).body.replayed, true);
    assertEquals((await ask(address, "/models/iris")).body.samples, 50);
    assertEquals((await ask(address, "/health")).body, { status: "ok" });
    assertEquals((await ask(address, "/models")).body.models.length, 1);
  });
});

Deno.test("examples/cloudflare makes objects, one a model, for who has the token only", () =>
  onWorkerd(async ({ address }) => {
    const count = () => [...Deno.readDirSync(`${folder}/disk/Model`)].length;
    await ask(address, "/health");
    const before = count();
    const mustCarry = "Cannot serve the request as it must carry a valid bearer token";
    for (const path of ["/models/other", "/models/other/predict", "/v2/models/other"]) {
      for (const authorization of ["Bearer wrong", ""]) {
        const response = await fetch(address + path, { headers: { authorization } });
        assertEquals(response.status, 401);
        const { detail, error } = await response.json();
        assertEquals(path.startsWith("/v2") ? error : detail, mustCarry);
      }
    }
    assertEquals(count(), before);
    assertEquals((await ask(address, "/models/other")).status, 404);
    assert(count() > before);
  }));

Deno.test("examples/cloudflare lists all models, each as its own object tells it", () =>
  onWorkerd(async ({ address }) => {
    const change = async (method: string, path: string) => {
      const response = await fetch(address + path, {
        method,
        headers,
        ...method === "PUT" ? { body: "no model" } : {},
      });
      await response.body?.cancel();
      return response.status;
    };
    await makeModel(address);
    await ask(address, "/models/model/learn", { features: [1, 1, 1], target: 1 });
    assertEquals(await change("PUT", "/models/refused"), 415); // its name is noted, and it is not there
    const listed = async () => {
      const { models } = (await ask(address, "/models")).body;
      return models.map(({ name }: { name: string }) => name);
    };
    assertEquals(await listed(), ["iris", "model"]);
    const { status, body } = await ask(address, "/models");
    assertEquals([status, body.models[1]], [200, (await ask(address, "/models/model")).body]);
    assertEquals(
      (await fetch(`${address}/models`, { headers: {} }).then(async (r) => [r.status, await r.json()]))[0],
      401,
    );
    assertEquals(await change("DELETE", "/models/model"), 204);
    assertEquals([await listed(), await change("DELETE", "/models/model")], [["iris"], 404]);
    assertEquals(await change("HEAD", "/models"), 200);
    await makeModel(address);
    assertEquals(await listed(), ["iris", "model"]);
  }));

Deno.test("examples/cloudflare, killed 2 times under load, loses no sample and learns none twice", async () => {
  const start = async () => {
    const workerd = await startWorkerd(folder);
    await makeModel(workerd.address);
    return workerd;
  };
  const { samples, repeated } = await killAndCompare({ start, kills: 2, samples: 40, seed: 1, headers });
  assert(samples > 40 && repeated > 0, `${samples} samples, ${repeated} repeated`);
});
