/** What the store needs of the storage of a Durable Object with SQLite: the `ctx.storage` of its constructor has it. */
export interface DurableObjectStorage {
  /** The SQL of the object. */
  readonly sql: {
    /** Runs a statement and gives its rows. */
    exec(query: string, ...bindings: unknown[]): { toArray(): Record<string, unknown>[] };
  };
  /** Runs statements that happen together or not at all. */
  transactionSync<T>(closure: () => T): T;
  /** Resolves when all that was written is on disk. */
  sync(): Promise<void>;
}
