/**
 * L5: snapshots in the SQLite storage of a Durable Object.
 *
 * @module
 */
export type { DurableObjectStorage } from "./durable_object_storage.ts";
export { durableObjectStore } from "./durable_object_store.ts";
