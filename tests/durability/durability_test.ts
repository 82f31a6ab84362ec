/**
 * What a server has answered 200 is learned, once, whatever happens to the server: short forms of tests/durability/prove.ts.
 */
import { assert, assertEquals } from "@std/assert";
import { makeWorker, startWorkerd } from "../runtime/start_workerd.ts";
import { killAndCompare } from "./kill_and_compare.ts";
import { shareAndCompare } from "./share_and_compare.ts";
import { soak } from "./soak.ts";
import { startServer } from "./start_server.ts";

/** Runs a test in a folder that is removed in the end. */
async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a server on a file that is killed 4 times under load loses no sample and learns none twice", () =>
  inFolder(async (folder) => {
    const start = () => startServer(`${folder}/store.kv`);
    const { samples, repeated } = await killAndCompare({ start, kills: 4, samples: 50, seed: 1 });
    assert(samples > 50 && repeated > 0, `${samples} samples, ${repeated} repeated`);
  }));

Deno.test("4 servers on one file lose no sample and learn none twice", () =>
  inFolder(async (folder) => {
    const { samples, duplicates } = await shareAndCompare({
      file: `${folder}/store.kv`,
      servers: 4,
      samples: 400,
      seed: 1,
    });
    assert(samples >= 200 && duplicates > 0, `${samples} samples, ${duplicates} duplicates`);
  }));

Deno.test("a Durable Object on workerd that is killed 2 times under load loses no sample and learns none twice", () =>
  inFolder(async (folder) => {
    await makeWorker(new URL("./worker.ts", import.meta.url), folder);
    const start = () => startWorkerd(folder);
    const { samples, repeated } = await killAndCompare({ start, kills: 2, samples: 100, seed: 1 });
    assert(samples > 50 && repeated > 0, `${samples} samples, ${repeated} repeated`);
    assertEquals([...Deno.readDirSync(`${folder}/disk`)].length > 0, true);
  }));

Deno.test("a server takes no more of memory and store, however much it learns", () =>
  inFolder(async (folder) => {
    const file = `${folder}/store.kv`;
    const server = await startServer(file);
    const marks = await soak({ server, file, samples: 400_000, every: 80_000 });
    await server.kill();
    const [, second, ...later] = marks; // by then its windows are full
    assert(later.length >= 2, `${marks.length} marks`);
    for (const { memory, store } of later) {
      assert(memory < 1.5 * second.memory, `${memory} bytes of memory, ${second.memory} before`);
      assert(store < 1.5 * second.store, `${store} bytes of store, ${second.store} before`);
    }
  }));
