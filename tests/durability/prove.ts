/**
 * The proof of durability in full: a server that is killed 50 times under load from 8 clients; 4 servers on one file with 10,000
 * samples; a Durable Object that is killed 20 times. Each time the parameters must equal, byte for byte, those of learning what
 * was answered in the order of the commits.
 *
 * Run: deno task prove [SEED]
 */
import { makeWorker, startWorkerd } from "../runtime/start_workerd.ts";
import { killAndCompare } from "./kill_and_compare.ts";
import { shareAndCompare } from "./share_and_compare.ts";
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
await Deno.remove(folder, { recursive: true });
