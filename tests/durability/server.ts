/** Serves the model on a Deno KV file that other processes may share: server.ts FILE. Prints its port. */
import { createApp } from "../../lib/http/mod.ts";
import { denoKvStore, retryLocked } from "../../lib/store/deno_kv/mod.ts";
import { createModel } from "./model.ts";

const kv = await retryLocked(() => Deno.openKv(Deno.args[0]));
const app = createApp({
  models: { model: createModel() },
  store: denoKvStore(kv),
  versions: { keep: 3, samples: 500 },
  staleness: 0,
});
Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: ({ port }) => console.log(port) }, app.fetch);
