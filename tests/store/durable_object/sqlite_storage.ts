import { DatabaseSync } from "node:sqlite";
import type { DurableObjectStorage } from "../../../lib/store/durable_object/mod.ts";

/** The storage of a Durable Object on a SQLite database of its own. */
export function sqliteStorage(): DurableObjectStorage & { readonly queries: string[]; close(): void } {
  const database = new DatabaseSync(":memory:");
  const queries: string[] = [];
  return {
    queries,
    sql: {
      exec(query, ...bindings) {
        queries.push(query);
        const rows = database.prepare(query).all(...bindings as string[]);
        return { toArray: () => rows };
      },
    },
    transactionSync(closure) {
      database.exec("BEGIN");
      try {
        const value = closure();
        database.exec("COMMIT");
        return value;
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
    },
    sync: () => (queries.push("sync"), Promise.resolve()),
    close: () => database.close(),
  };
}
