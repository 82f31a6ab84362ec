import { encodeLearner } from "../../format/mod.ts";
import type { KeptVersion } from "./hosted_model.ts";
import { closeFullPage, type JournalWindow, trimJournal } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import type { ModelRecord } from "./record.ts";
import { recentCost } from "./scoreboard.ts";
import { partName } from "./store_names.ts";

/** The journals of a ledger. */
export const JOURNALS = ["ids", "keys", "predictions"] as const;

/** What is kept of a model beside its head. */
export interface KeepOptions {
  /** The name of the model. */
  readonly name: string;
  /** How much of each journal is remembered. */
  readonly windows: Readonly<Record<typeof JOURNALS[number], JournalWindow>>;
  /** How many versions are kept, and after how many samples and milliseconds another one is. */
  readonly versions: { readonly keep: number; readonly samples: number; readonly age: number };
  /** The time, in milliseconds since 1970. */
  readonly now: number;
  /** Whether the version that was committed last is kept in any case. */
  readonly always: boolean;
}

/** Something to be written before a commit refers to it. */
export interface Part {
  /** Its name in the store. */
  readonly name: string;
  /** Its bytes. */
  readonly bytes: Uint8Array;
}

/**
 * Puts away what was committed last, as far as it is to leave the record: full pages of the journals, and the snapshot if
 * that version is to be kept. All of it follows from what is committed, so that two writers write the same under the same
 * name; a writer that dies in between has harmed nothing.
 *
 * @param record What was committed last.
 * @param options What is kept.
 * @returns The ledger to go on from, and what must be written before it is committed.
 */
export function keepParts(record: ModelRecord, options: KeepOptions): { ledger: Ledger; parts: Part[] } {
  const { name, windows, now } = options;
  const { incarnation } = record.ledger;
  const parts: Part[] = [];
  const dropped: string[] = [];
  let ledger: Ledger = record.ledger;
  for (const kind of JOURNALS) {
    const { journal, page } = closeFullPage(ledger[kind]);
    if (page !== undefined) {
      parts.push({ name: partName(name, incarnation, [kind, page.number]), bytes: page.bytes });
    }
    const trimmed = trimJournal(journal, windows[kind], now);
    dropped.push(...trimmed.dropped.map((number) => partName(name, incarnation, [kind, number])));
    ledger = { ...ledger, [kind]: trimmed.journal };
  }
  if (isToBeKept(record.ledger, options)) {
    const kept = describeVersion(record);
    parts.push({
      name: partName(name, incarnation, ["version", kept.version]),
      bytes: encodeLearner(record.learner, record.state),
    });
    const versions = [...ledger.versions, kept];
    const gone = versions.splice(0, Math.max(0, versions.length - options.versions.keep));
    dropped.push(...gone.map(({ version }) => partName(name, incarnation, ["version", version])));
    ledger = { ...ledger, versions };
  }
  return { ledger: { ...ledger, dropped }, parts };
}

/**
 * What is told of the version that was committed last.
 *
 * @param record The record.
 * @returns Its number, samples, time and recent cost.
 */
export function describeVersion({ state, ledger }: ModelRecord): KeptVersion {
  const { version, time, scores, restored, counts } = ledger;
  return {
    version,
    samples: state.samples,
    learned: counts.learned,
    time,
    cost: recentCost(scores),
    ...restored === null ? {} : { restored },
  };
}

function isToBeKept(ledger: Ledger, { versions: { keep, samples, age }, always }: KeepOptions): boolean {
  const { version, restored, versions, counts, time, created } = ledger;
  if (version === 0 || keep === 0 || versions.some((kept) => kept.version === version)) return false;
  if (always || restored !== null) return true;
  const last = versions.at(-1);
  const { learned: before, time: then } = last === undefined ? { learned: 0, time: created } : last;
  return counts.learned - before >= samples || (time - then >= age && counts.learned > before);
}
