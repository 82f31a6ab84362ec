/** Learns three requests on a Deno KV file, and kills itself at a moment of the second: crash.ts FILE MOMENT. */
import { hostModel } from "../../lib/http/hosted/host_model.ts";
import type { Store } from "../../lib/store/mod.ts";
import { denoKvStore } from "../../lib/store/deno_kv/mod.ts";
import { hostOptions } from "../http/apps.ts";
import { crashRequests, keepAll, type Moment } from "./crash_requests.ts";
import { createModel } from "./model.ts";

const [file, moment] = Deno.args as [string, Moment];
const store = denoKvStore(await Deno.openKv(file));
let second = false;

/** Dies before or after the call if that is the moment. */
async function at<T>(call: "part" | "record", run: () => Promise<T>): Promise<T> {
  if (second && moment === `before ${call}`) Deno.kill(Deno.pid, "SIGKILL");
  const value = await run();
  if (second && moment === `after ${call}`) Deno.kill(Deno.pid, "SIGKILL");
  return value;
}

const dying: Store = {
  ...store,
  save: (name, ...rest) => at(name.startsWith(".part") ? "part" : "record", () => store.save(name, ...rest)),
};
const model = hostModel({ name: "model", given: createModel() }, hostOptions({ store: dying, ...keepAll }));
for (const [i, request] of crashRequests().entries()) {
  second = i === 1;
  await model.learn(request);
}
