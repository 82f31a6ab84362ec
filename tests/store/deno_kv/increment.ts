/** Adds to a number in a store that several processes share: increment.ts FILE TIMES. */
import { StoreConflictError } from "../../../lib/store/mod.ts";
import { denoKvStore } from "../../../lib/store/deno_kv/mod.ts";
import { retryLocked } from "../../../lib/store/deno_kv/retry_locked.ts";

const [path, times] = Deno.args;
const kv = await retryLocked(() => Deno.openKv(path));
const store = denoKvStore(kv);
for (let done = 0; done < Number(times);) {
  const stored = await store.load("count");
  const count = new Uint32Array(stored?.bytes.slice().buffer ?? new ArrayBuffer(4));
  count[0]++;
  try {
    await store.save("count", new Uint8Array(count.buffer), stored?.version);
    done++;
  } catch (error) {
    if (!(error instanceof StoreConflictError)) throw error;
  }
}
kv.close();
