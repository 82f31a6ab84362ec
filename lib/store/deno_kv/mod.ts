/**
 * L5: snapshots in Deno KV, on Deno Deploy or in a file that several processes share.
 *
 * @module
 */
export type { DenoKv, DenoKvAtomic, DenoKvCommit, DenoKvEntry, DenoKvKey } from "./deno_kv.ts";
export { denoKvStore, type DenoKvStoreOptions } from "./deno_kv_store.ts";
export { retryLocked, type RetryLockedOptions } from "./retry_locked.ts";
