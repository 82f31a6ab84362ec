import type { Features } from "../../feature/mod.ts";
import type { Vector } from "../../kernel/mod.ts";
import { joinBytes } from "../body/join_bytes.ts";
import {
  decodeKey,
  decodePrediction,
  encodeIds,
  encodeKey,
  encodeLabel,
  encodePrediction,
  ID_FORMAT,
  KEY_FORMAT,
  PREDICTION_FORMAT,
} from "./entries.ts";
import { type Hash, hashText } from "./hash_text.ts";
import { appendToJournal, type Journal } from "./journal.ts";
import { createJournalIndex, type JournalIndex } from "./journal_index.ts";
import type { IdempotencyKey, LearnSummary } from "./learn_request.ts";
import type { Ledger } from "./ledger.ts";

/** The indexes of the three journals of a ledger. */
export interface Indexes {
  /** The ids of samples. */
  readonly ids: JournalIndex;
  /** The keys of requests. */
  readonly keys: JournalIndex;
  /** The predictions and their labels. */
  readonly predictions: JournalIndex;
}

/** The indexes of journals without entries. */
export function emptyIndexes(): Indexes {
  return {
    ids: createJournalIndex(ID_FORMAT),
    keys: createJournalIndex(KEY_FORMAT),
    predictions: createJournalIndex(PREDICTION_FORMAT),
  };
}

/** What a memory starts from. */
export interface MemoryOptions {
  /** What was committed last. */
  readonly ledger: Ledger;
  /** What its journals hold. */
  readonly indexes: Indexes;
  /** The time, in milliseconds since 1970. */
  readonly now: number;
  /** For how many milliseconds keys and predictions are remembered. */
  readonly ages: { readonly keys: number; readonly predictions: number };
}

/** A prediction that waits for its label. */
export interface Remembered {
  /** What it was made from. */
  readonly features: Features;
  /** What was predicted. */
  readonly output: Vector;
}

/** What a model remembers of requests: that of the last commit, and what comes to it before the next one. */
export interface Memory {
  /** Whether a sample of that id was learned. */
  hasId(id: string): boolean;
  /** Remembers that it was. */
  addId(id: string): void;
  /** What the request of that key was answered, and whether it was the same request. */
  findKey(key: IdempotencyKey): { readonly summary: LearnSummary; readonly isSame: boolean } | undefined;
  /** Remembers what it was answered. */
  addKey(key: IdempotencyKey, summary: LearnSummary): void;
  /** The prediction of that id, or that it has got its label. */
  findPrediction(id: string): Remembered | "labelled" | undefined;
  /** Remembers a prediction. */
  addPrediction(id: string, prediction: Remembered): void;
  /** Remembers that a prediction has got its label. */
  addLabel(id: string): void;
  /** The journals with all of this, and how many predictions wait. */
  journals(): Pick<Ledger, "ids" | "keys" | "predictions"> & { readonly pending: number };
}

/**
 * Opens the memory of a model for what is to be committed.
 *
 * @param options What it starts from.
 * @returns The memory. Nothing that it is given is changed.
 */
export function openMemory({ ledger, indexes, now, ages }: MemoryOptions): Memory {
  const seed = hashText(ledger.incarnation);
  const hash = (text: string): Hash => hashText(text, seed);
  const ids: Hash[] = [];
  const newIds = new Set<string>();
  const keys: Uint8Array[] = [];
  const newKeys = new Map<string, { readonly fingerprint: string; readonly summary: LearnSummary }>();
  const predictions: Uint8Array[] = [];
  const newPredictions = new Map<string, Remembered>();
  const newLabels = new Set<string>();

  return {
    hasId: (id) => newIds.has(id) || indexes.ids.find(hash(id)) !== undefined,
    addId(id) {
      newIds.add(id);
      ids.push(hash(id));
    },

    findKey({ key, fingerprint }) {
      const known = newKeys.get(key);
      if (known !== undefined) return { summary: known.summary, isSame: known.fingerprint === fingerprint };
      const entry = indexes.keys.find(hash(key));
      if (entry === undefined) return undefined;
      const { fingerprint: found, summary, time } = decodeKey(entry);
      const { high, low } = hash(fingerprint);
      return time < now - ages.keys ? undefined : { summary, isSame: found.high === high && found.low === low };
    },
    addKey({ key, fingerprint }, summary) {
      newKeys.set(key, { fingerprint, summary });
      keys.push(encodeKey({ key: hash(key), fingerprint: hash(fingerprint), summary, time: now }));
    },

    findPrediction(id) {
      if (newLabels.has(id)) return "labelled";
      const known = newPredictions.get(id);
      if (known !== undefined) return known;
      const entry = indexes.predictions.find(hash(id));
      if (entry === undefined) return undefined;
      const found = decodePrediction(entry);
      if (found === undefined) return "labelled";
      return found.time < now - ages.predictions ? undefined : found;
    },
    addPrediction(id, prediction) {
      newPredictions.set(id, prediction);
      predictions.push(encodePrediction({ ...prediction, id: hash(id), time: now }));
    },
    addLabel(id) {
      newLabels.add(id);
      predictions.push(encodeLabel(hash(id), now));
    },

    journals() {
      const append = (journal: Journal, bytes: Uint8Array, entries: number) =>
        appendToJournal(journal, { bytes, entries, time: now });
      return {
        ids: append(ledger.ids, encodeIds(ids), ids.length),
        keys: append(ledger.keys, joinBytes(keys), keys.length),
        predictions: append(ledger.predictions, joinBytes(predictions), predictions.length),
        pending: indexes.predictions.waiting() + newPredictions.size - newLabels.size,
      };
    },
  };
}
