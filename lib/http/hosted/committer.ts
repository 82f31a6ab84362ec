import { type Store, StoreConflictError } from "../../store/mod.ts";
import { busy } from "../busy.ts";
import { requireFiniteState } from "../require_finite_state.ts";
import { applyTogether, type Change, type Waiter } from "./apply_together.ts";
import { createDraft, type Draft } from "./draft.ts";
import { JOURNALS, type KeepOptions, keepParts } from "./keep_parts.ts";
import type { Ledger } from "./ledger.ts";
import { encodeRecord } from "./record.ts";
import { emptyIndexes, type Indexes } from "./memory.ts";
import type { CachedRecord, RecordCache } from "./record_cache.ts";
import { partName } from "./store_names.ts";
import { createWorkQueue, type QueueLimits, type Work } from "./work_queue.ts";

/** Options of {@linkcode createCommitter}. */
export interface CommitterOptions extends Pick<KeepOptions, "name" | "windows" | "versions"> {
  /** Where the model lives. */
  readonly store: Store;
  /** Its record. */
  readonly cache: RecordCache;
  /** How much may wait. */
  readonly queue: QueueLimits;
  /** How many milliseconds there are at least from the begin of one commit to that of the next. */
  readonly interval: number;
  /** Waits that many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Commits changes of one model. */
export interface Committer {
  /**
   * Resolves to what the change has done, when it is durable.
   *
   * @throws {RequestError} 503 if too much waits, it is closing, or other instances were first every time.
   */
  commit<T>(work: Work, change: Change<T>): Promise<T>;
  /** Takes nothing new, and resolves when nothing waits any more. */
  close(): Promise<void>;
}

/** How often a commit is tried on what another instance has saved. */
const ATTEMPTS = 32;
/** The longest time to wait, in milliseconds, before another try. */
const LONGEST = 250;
/** So many samples share a commit. */
const SAMPLES_A_COMMIT = 8192;
/** So many names of commits are remembered. */
const COMMITS = 16;

type Waiting = Work & Waiter & Change<unknown>;

/**
 * Makes a committer. Changes that come while a commit is under way share the next one (group commit).
 *
 * A commit is one save of the model's record by compare and set, so it has happened as a whole or not at all:
 *
 * - If the process dies before that save has happened, nothing has; no change of it was answered. Parts that were written for
 *   it are written again, the same, by the commit that comes next, or stay as they are.
 * - If it dies after the save and before the answers, everything has happened. The client, which has no answer, asks again; its
 *   `Idempotency-Key` gets the answer of then, its sample ids are duplicates, as both are in the record.
 * - If the save fails in a way that leaves open whether it has happened, the record is read again: the name of the commit in it
 *   tells.
 * - If another instance was first, nothing has happened, and all changes are applied anew to what it has saved, where keys and
 *   ids that it has learned are found.
 *
 * @param options The model and its store.
 * @returns The committer.
 */
export function createCommitter(options: CommitterOptions): Committer {
  const { name, store, cache, interval, sleep } = options;
  const queue = createWorkQueue<Waiting>(options.queue);
  let running: Promise<void> | undefined;
  let closed = false;
  let began = -Infinity;
  let indexes: Indexes & { readonly incarnation?: string } = emptyIndexes();

  const run = async (): Promise<void> => {
    await undefined; // what comes in the same turn shares the first commit
    while (!queue.isEmpty()) {
      const wait = began + interval - performance.now();
      if (wait > 0 && !closed) await sleep(wait);
      began = performance.now();
      const works = queue.take(SAMPLES_A_COMMIT);
      try {
        await commitAll(works);
      } catch (error) {
        for (const { reject } of works) reject(error);
      }
    }
    running = undefined; // in the turn in which nothing waited, as what comes in the next one must start it anew
  };

  const commitAll = async (works: Waiting[]): Promise<void> => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const base = attempt === 1 ? await cache.known() : await cache.newest();
      if (!await advance(base.ledger)) continue;
      const outcome = await tryToCommit(works, base);
      if (outcome === "done") return;
      if (outcome === "conflict") await sleep(Math.random() * Math.min(2 ** attempt, LONGEST)); // not as long as others
    }
    throw busy("other instances learn at the same time");
  };

  const advance = async (ledger: Ledger): Promise<boolean> => {
    const { incarnation } = ledger;
    if (indexes.incarnation !== incarnation) indexes = { ...emptyIndexes(), incarnation };
    for (const kind of JOURNALS) {
      const load = async (page: number) => (await store.load(partName(name, incarnation, [kind, page])))?.bytes;
      if (!await indexes[kind].advance(ledger[kind], load)) return false;
    }
    return true;
  };

  const tryToCommit = async (works: readonly Waiting[], base: CachedRecord): Promise<"done" | "conflict" | "again"> => {
    const now = Date.now();
    const { ledger, parts } = keepParts(withIncarnation(base), { ...options, now, always: works.some(isAlone) });
    const { draft, settle } = await applyAll(works, { ...base, ledger }, now);
    if (!draft.changed()) {
      if (draft.doubtful() && await cache.newest() !== base) return "again";
      settle();
      return "done";
    }
    const commit = crypto.randomUUID().slice(0, 13);
    const finished = draft.finish();
    const commits = [...base.ledger.commits, commit].slice(-COMMITS);
    const record = { ...finished, ledger: { ...finished.ledger, commits } };
    const began = performance.now();
    try {
      for (const part of base.ledger.dropped) await store.remove(part);
      for (const part of parts) await savePart(part.name, part.bytes);
      const stored = await store.save(name, encodeRecord(record), base.stored);
      cache.adopt({ ...record, stored }, began);
    } catch (error) {
      const newest = await cache.newest().catch(() => cache.forget());
      if (!newest?.ledger.commits.includes(commit)) {
        if (error instanceof StoreConflictError) return "conflict";
        throw error;
      }
    }
    settle();
    return "done";
  };

  const applyAll = async (works: readonly Waiting[], base: CachedRecord, now: number) => {
    const { keys, predictions } = options.windows;
    const ages = { keys: keys.age, predictions: predictions.age };
    const apply = async (careful: boolean) => {
      const draft = createDraft({ base, indexes, now, ages });
      return { draft, settle: await applyTogether(draft, works, careful) };
    };
    const applied = await apply(false);
    return isFiniteState(applied.draft) ? applied : await apply(true); // refuses alone what is at fault
  };

  const savePart = async (part: string, bytes: Uint8Array): Promise<void> => {
    try {
      await store.save(part, bytes, undefined);
    } catch (error) {
      if (!(error instanceof StoreConflictError)) throw error; // who was first has written the same
    }
  };

  return {
    commit: <T>(work: Work, change: Change<T>) =>
      new Promise<T>((resolve, reject) => {
        if (closed) throw busy("the model is closing");
        queue.add({ ...work, ...change, resolve: resolve as (value: unknown) => void, reject });
        running ??= run();
      }),
    async close() {
      closed = true;
      while (running !== undefined) await running;
    },
  };
}

/** The first commit gives the model its incarnation. */
function withIncarnation(record: CachedRecord): CachedRecord {
  const { ledger } = record;
  if (ledger.incarnation !== "") return record;
  return { ...record, ledger: { ...ledger, incarnation: crypto.randomUUID().slice(0, 18) } };
}

function isAlone({ alone }: Waiting): boolean {
  return alone;
}

function isFiniteState(draft: Draft): boolean {
  if (!draft.changed()) return true;
  try {
    requireFiniteState(draft.current().state);
    return true;
  } catch {
    return false;
  }
}
