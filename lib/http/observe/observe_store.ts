import { type Store, StoreConflictError } from "../../store/mod.ts";
import type { Meter } from "./create_meter.ts";
import { inSpan } from "./in_span.ts";
import type { Tracer } from "./tracer.ts";

/**
 * A store that counts commits, conflicts and bytes, and makes a span `commit` of each save of a model. A commit that several
 * requests share is a child of the one that started it.
 *
 * @param store Where models are kept.
 * @param meter What counts.
 * @param tracer What makes spans.
 * @returns The same store, watched.
 */
export function observeStore(store: Store, meter: Meter, tracer?: Tracer): Store {
  const { version } = store;
  return {
    async load(name) {
      const stored = await store.load(name);
      if (isModel(name) && stored !== undefined) meter.work(name, { bytes: stored.bytes.length });
      return stored;
    },
    ...version === undefined ? {} : { version: version.bind(store) },
    save(name, bytes, expected) {
      if (!isModel(name)) return store.save(name, bytes, expected);
      const attributes = { "backstream.model": name, "backstream.bytes": bytes.length };
      return inSpan(tracer, { name: "commit", attributes }, async () => {
        try {
          const saved = await store.save(name, bytes, expected);
          meter.work(name, { commits: 1, bytes: bytes.length });
          return saved;
        } catch (error) {
          if (error instanceof StoreConflictError) meter.work(name, { conflicts: 1 });
          throw error;
        }
      });
    },
    async remove(name, expected) {
      await store.remove(name, expected);
      meter.forget(name);
    },
  };
}

/** What is kept beside models has a name with a dot first. */
function isModel(name: string): boolean {
  return !name.startsWith(".");
}
