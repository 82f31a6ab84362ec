/** The store in real Durable Objects, on workerd. */
import { type Store, StoreConflictError } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { testStore } from "../../conformance/store.ts";
import { makeWorker, startWorkerd, type Workerd } from "../../runtime/start_workerd.ts";

let folder = "";
let workerd: Workerd;
Deno.test.beforeAll(async () => {
  folder = await Deno.makeTempDir();
  await makeWorker(new URL("./worker.ts", import.meta.url), folder);
  workerd = await startWorkerd(folder);
});
Deno.test.afterAll(async () => {
  await workerd.kill();
  await Deno.remove(folder, { recursive: true });
});

/** The store of an object, from outside. */
function storeOf(object: string): Store {
  const send = async (method: string, name: string, body?: Uint8Array<ArrayBuffer>, expected?: string) => {
    const response = await fetch(`${workerd.address}/${object}/${encodeURIComponent(name)}`, {
      method,
      headers: expected === undefined ? {} : { expected },
      ...body === undefined ? {} : { body },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status === 409) throw new StoreConflictError(name, expected, method === "DELETE" ? "remove" : "save");
    if (!response.ok) throw new Error(`${response.status} ${new TextDecoder().decode(bytes)}`);
    return { bytes, version: response.headers.get("version") ?? undefined };
  };
  return {
    async load(name) {
      const { bytes, version } = await send("GET", name);
      return version === undefined ? undefined : { bytes, version };
    },
    version: async (name) => (await send("HEAD", name)).version,
    save: async (name, bytes, expected) => (await send("PUT", name, bytes.slice(), expected)).version!,
    remove: async (name, expected) => void await send("DELETE", name, undefined, expected),
  };
}

let objects = 0;
testStore("durableObjectStore() on workerd", () => ({ store: storeOf(`object-${objects++}`), close: () => {} }));

Deno.test("durableObjectStore() on workerd has everything when workerd was killed and started again", async () => {
  const bytes = Uint8Array.from({ length: 5_000_000 }, (_, i) => i * 7 + (i >> 9));
  const version = await storeOf("killed").save("a", bytes, undefined);
  await workerd.kill();
  workerd = await startWorkerd(folder);
  assertEquals(await storeOf("killed").load("a"), { bytes, version });
});
