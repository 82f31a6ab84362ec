import type { LearnerState } from "../../learner/mod.ts";
import type { Learner } from "../../learner/mod.ts";
import type { Store } from "../../store/mod.ts";
import { RequestError } from "../request_error.ts";
import { requireSameModel } from "../require_same_model.ts";
import { initLedger } from "./ledger.ts";
import { decodeRecord, type ModelRecord } from "./record.ts";

/** A record, and which save it came from. */
export interface CachedRecord extends ModelRecord {
  /** The version in the words of the store; undefined if nothing was saved yet. */
  readonly stored: string | undefined;
}

/** Options of {@linkcode createRecordCache}. */
export interface RecordCacheOptions {
  /** The name of the model in the store. */
  readonly name: string;
  /** The learner that was given in code, if one was. */
  readonly given: Learner | undefined;
  /** Where the record lives. */
  readonly store: Pick<Store, "load" | "version">;
  /** How many milliseconds a record may be used before the store is asked for a newer one. */
  readonly staleness: number;
  /** Told of every record that takes the place of another one. */
  readonly onChange: (record: CachedRecord, old: CachedRecord) => void;
  /** Told that the model is no more, and the last record of it. */
  readonly onGone: (record: CachedRecord) => void;
}

/** The newest record that this instance knows. */
export interface RecordCache {
  /** A record that is not older than the staleness. */
  fresh(): Promise<CachedRecord>;
  /** The same, if there is one without a question to the store. */
  fit(): CachedRecord | undefined;
  /** A record as new as the call. */
  newest(): Promise<CachedRecord>;
  /** The record that is known, however old. */
  known(): Promise<CachedRecord>;
  /** Takes in what was saved, when that was begun at the given time in milliseconds of `performance.now`. */
  adopt(record: CachedRecord, began: number): void;
  /** Forgets what is known. */
  forget(): void;
}

/**
 * Makes a cache of the record of a model.
 *
 * @param options The model and its store.
 * @returns The cache, which knows nothing yet. Its methods throw a `RequestError`: 404 if a model that was not given in code is
 * not there, 500 if what is there cannot be used.
 */
export function createRecordCache(options: RecordCacheOptions): RecordCache {
  const { name, given, store, staleness, onChange, onGone } = options;
  let current: CachedRecord | undefined;
  let askedAt = -Infinity;
  let asking: Promise<CachedRecord> | undefined;

  const replace = (record: CachedRecord, asked: number): CachedRecord => {
    const old = current;
    current = record;
    askedAt = asked;
    if (old !== undefined && old !== record) onChange(record, old);
    return record;
  };

  const ask = async (): Promise<CachedRecord> => {
    const [before, asked] = [current, performance.now()]; // before the store is asked, as its answer may be that old
    if (before !== undefined && await store.version?.(name) === before.stored && store.version !== undefined) {
      return before === current ? replace(before, asked) : current!;
    }
    const stored = await store.load(name);
    if (current !== before && current !== undefined) return current; // what was saved in the meantime is newer
    if (stored !== undefined) return replace({ ...read(stored.bytes), stored: stored.version }, asked);
    if (given !== undefined) return replace({ ...unsaved(given), stored: undefined }, asked);
    current = undefined;
    if (before !== undefined) onGone(before);
    throw new RequestError({ status: 404, title: "Not Found", detail: `There is no model "${name}"` });
  };

  const read = (bytes: Uint8Array): ModelRecord => {
    try {
      const record = decodeRecord(bytes);
      if (given === undefined) return record;
      requireSameModel(given, record);
      return { ...record, learner: given };
    } catch (cause) {
      const detail = `Cannot serve "${name}" as the store must hold a snapshot of it: current value is something else`;
      throw new RequestError({ status: 500, title: "Internal Server Error", detail }, {}, { cause });
    }
  };

  const fit = (): CachedRecord | undefined => performance.now() - askedAt < staleness ? current : undefined;

  const fresh = (): Promise<CachedRecord> => {
    const record = fit();
    if (record !== undefined) return Promise.resolve(record);
    return asking ??= ask().finally(() => asking = undefined);
  };

  return {
    fresh,
    fit,
    async newest() {
      await asking?.catch(() => {}); // it may have asked too early
      return asking ??= ask().finally(() => asking = undefined);
    },
    known: () => current === undefined ? fresh() : Promise.resolve(current),
    adopt: (record, began) => void replace(record, began),
    forget: () => current = undefined,
  };
}

function unsaved(learner: Learner): ModelRecord {
  const state: LearnerState = learner.init();
  return { learner, state, ledger: initLedger(learner.description.task, "") };
}
