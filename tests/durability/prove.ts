/**
 * The proof of durability in full: a server that is killed 50 times under load from 8 clients; 4 servers on one file with 10,000
 * samples; a Durable Object that is killed 20 times. Each time the parameters must equal, byte for byte, those of learning what
 * was answered in the order of the commits. Then 5 million samples of mixed traffic at full speed, with what memory and store
 * they take.
 *
 * Run: deno task prove [SEED]
 */
import { makeWorker, startWorkerd } from "../runtime/start_workerd.ts";
import { killAndCompare } from "./kill_and_compare.ts";
import { shareAndCompare } from "./share_and_compare.ts";
import { soak } from "./soak.ts";
import { startServer } from "./start_server.ts";

const seed = Number(Deno.args[0] ?? 1);
const folder = await Deno.makeTempDir();
await makeWorker(new URL("./worker.ts", import.meta.url), folder);

const proofs = {
  "a server on a file, killed 50 times": () =>
    killAndCompare({ start: () => startServer(`${folder}/killed.kv`), kills: 50, samples: 200, seed }),
  "4 servers on one file": () => shareAndCompare({ file: `${folder}/shared.kv`, servers: 4, samples: 10_000, seed }),
  "a Durable Object on workerd, killed 20 times": () =>
    killAndCompare({ start: () => startWorkerd(folder), kills: 20, samples: 500, seed }),
};
for (const [name, prove] of Object.entries(proofs)) {
  const began = performance.now();
  const { samples, repeated, replayed, duplicates } = await prove();
  console.log(
    `${name}: ${samples} samples, each learned once, in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  console.log(
    `  ${repeated} requests repeated, ${replayed} of them answered as before, ${duplicates} samples known by id`,
  );
}

const file = `${folder}/soaked.kv`;
const server = await startServer(file);
const began = performance.now();
for (const { samples, memory, store } of await soak({ server, file, samples: 5_000_000, every: 250_000 })) {
  console.log(`${samples} samples: ${(memory / 1e6).toFixed(0)} MB of memory, ${(store / 1e6).toFixed(1)} MB of store`);
}
console.log(`mixed traffic, in ${((performance.now() - began) / 1000).toFixed(0)} s`);
await server.kill();
await Deno.remove(folder, { recursive: true });
