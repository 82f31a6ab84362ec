/**
 * L5: where snapshots live.
 *
 * @module
 */
export { memoryStore } from "./memory_store.ts";
export type { Store, Stored } from "./store.ts";
export { StoreBusyError } from "./store_busy_error.ts";
export { StoreConflictError } from "./store_conflict_error.ts";
