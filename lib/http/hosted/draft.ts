import { type Features, type Sample, SampleError } from "../../feature/mod.ts";
import type { Vector } from "../../kernel/mod.ts";
import { type Learner, type LearnerState, targetVector } from "../../learner/mod.ts";
import { RequestError } from "../request_error.ts";
import {
  decodeKey,
  decodePrediction,
  encodeIds,
  encodeKey,
  encodeLabel,
  encodePrediction,
  type PredictionEntry,
} from "./entries.ts";
import { type Hash, hashText } from "./hash_text.ts";
import type { KeptVersion } from "./hosted_model.ts";
import { appendToJournal, type Journal } from "./journal.ts";
import type { JournalIndex } from "./journal_index.ts";
import { describeVersion } from "./keep_parts.ts";
import { learnSamples } from "./learn_samples.ts";
import type {
  ChangeRequest,
  IdempotencyKey,
  Label,
  LabelRequest,
  LearnAnswer,
  LearnRequest,
  LearnSummary,
  Outcome,
  PredictAnswer,
  PredictRequest,
} from "./learn_request.ts";
import type { Counts, Ledger } from "./ledger.ts";
import type { CurveMark } from "./model_stats.ts";
import type { ModelRecord } from "./record.ts";
import { initScoreboard, type ScoredSample, updateScoreboard } from "./scoreboard.ts";

/** The indexes of the three journals of a ledger. */
export interface Indexes {
  /** The ids of samples. */
  readonly ids: JournalIndex;
  /** The keys of requests. */
  readonly keys: JournalIndex;
  /** The predictions and their labels. */
  readonly predictions: JournalIndex;
}

/** What a draft starts from. */
export interface DraftOptions {
  /** What was committed last. */
  readonly base: ModelRecord;
  /** What its journals hold. */
  readonly indexes: Indexes;
  /** The time, in milliseconds since 1970. */
  readonly now: number;
  /** For how many milliseconds keys and predictions are remembered. */
  readonly ages: { readonly keys: number; readonly predictions: number };
  /** Whether the state is looked at after every few samples, so that only requests that would spoil it are refused. */
  readonly careful: boolean;
}

/** What a commit is to be, while requests are applied to it one after the other. Nothing counts before it is committed. */
export interface Draft {
  /** Applies a request to learn; a request that throws has changed nothing. It yields now and then. */
  learn(request: LearnRequest): Generator<void, LearnAnswer>;
  /** Applies late labels in the same way. */
  label(request: LabelRequest): Generator<void, LearnAnswer>;
  /** Predicts by the state that was committed last, and remembers the predictions by the ids. */
  predict(inputs: PredictRequest, ids: readonly string[]): PredictAnswer;
  /** Takes over another state. */
  exchange(record: Pick<ModelRecord, "learner" | "state">, mark: Pick<CurveMark, "type" | "restored">): KeptVersion;
  /** Whether there is anything to commit. */
  changed(): boolean;
  /** Whether something was not found that another instance may have committed since. */
  doubtful(): boolean;
  /** The state so far. */
  state(): LearnerState;
  /** What is to be committed. */
  finish(): ModelRecord;
}

const MOST_MARKS = 64;
const LONGEST_ID = 256;

/**
 * Begins a draft.
 *
 * @param options What it starts from.
 * @returns The draft.
 */
export function createDraft({ base, indexes, now, ages, careful }: DraftOptions): Draft {
  const { ledger } = base;
  const version = ledger.version + 1;
  const seed = hashText(ledger.incarnation);
  let { learner, state } = base;
  let { scores, marks, restored } = { ...ledger, restored: null as number | null };
  let counts: Counts = ledger.counts;
  let [changed, doubtful] = [false, false];
  const scored: ScoredSample[] = [];
  const ids: Hash[] = [];
  const knownIds = new Set<string>();
  const keys: Uint8Array[] = [];
  const knownKeys = new Map<string, { fingerprint: string; answer: LearnAnswer }>();
  const predictions: Uint8Array[] = [];
  const knownPredictions = new Map<string, Pick<PredictionEntry, "features" | "output">>();
  const knownLabels = new Set<string>();

  const hash = (text: string): Hash => hashText(text, seed);

  const replay = ({ key, fingerprint }: IdempotencyKey): LearnAnswer | undefined => {
    const known = knownKeys.get(key);
    if (known !== undefined) {
      if (known.fingerprint !== fingerprint) throw usedKey();
      return replayed(known.answer, learner);
    }
    const entry = indexes.keys.find(hash(key));
    if (entry === undefined) return undefined;
    const { fingerprint: found, summary, time } = decodeKey(entry);
    if (time < now - ages.keys) return undefined;
    const wanted = hash(fingerprint);
    if (found.high !== wanted.high || found.low !== wanted.low) throw usedKey();
    return replayed(summary, learner);
  };

  /** Learns what `read` makes of the items, and goes around what was learned before. */
  function* apply<T>(
    items: readonly T[],
    request: ChangeRequest,
    read: (item: T) => Read,
  ): Generator<void, LearnAnswer> {
    const { atomic = true, idempotency } = request;
    const old = idempotency === undefined ? undefined : replay(idempotency);
    if (old !== undefined) return old;
    const outcomes: Outcome[] = [];
    const group = new Map<number, Sample>();
    const readings: ReadSample[] = [];
    const names = new Set<string>();
    const own: ScoredSample[] = [];
    let after = state;
    let cost = 0;

    const learnGroup = function* (): Generator<void> {
      const result = yield* learnSamples(learner, { state: after, samples: group }, { atomic, careful });
      after = result.state;
      for (const [place, error] of result.refused) {
        outcomes[place] = { status: "refused", error };
        names.delete(readings[place].name!);
      }
      for (const { places, outputs, costs } of result.parts) {
        const units = outputs.length / places.length;
        places.forEach((place, row) => {
          const { sample, output = outputs.subarray(row * units, (row + 1) * units) as Vector } = readings[place];
          outcomes[place] = { status: "learned", output, cost: costs[row] };
          cost += costs[row];
          const target = targetVector(learner, { target: sample.target, output, state: () => after });
          own.push({ output, target, cost: costs[row], weight: sample.weight ?? 1 });
        });
      }
      group.clear();
    };

    for (const [place, item] of items.entries()) {
      let reading = read(item);
      if ("sample" in reading && reading.name !== undefined && names.has(reading.name)) {
        yield* learnGroup(); // whether the sample of the same name before it was refused is known then
        if (names.has(reading.name)) reading = { outcome: { status: "duplicate" } };
      }
      if ("sample" in reading) {
        readings[place] = reading;
        if (reading.name !== undefined) names.add(reading.name);
        group.set(place, reading.sample);
      } else {
        if (atomic) requireUsable(reading.outcome, place);
        outcomes[place] = reading.outcome;
      }
    }
    yield* learnGroup();

    const learned = own.length;
    const duplicates = count(outcomes, "duplicate");
    const summary: LearnSummary = {
      version,
      learned,
      duplicates,
      refused: items.length - learned - duplicates,
      cost: cost / learned,
      before: counts.learned,
    };
    const answer: LearnAnswer = {
      ...summary,
      get version() {
        return changed ? version : ledger.version;
      },
      replayed: false,
      learner,
      outcome: (index) => outcomes[index],
    };
    outcomes.forEach(({ status }, place) => {
      if (status === "learned") readings[place].remember?.();
    });
    counts = {
      ...counts,
      learned: counts.learned + learned,
      costs: counts.costs + cost,
      duplicates: counts.duplicates + duplicates,
      refused: counts.refused + summary.refused,
    };
    for (const each of own) scored.push(each);
    state = after;
    if (learned === 0) return answer;
    changed = true;
    if (idempotency !== undefined) {
      const { key, fingerprint } = idempotency;
      knownKeys.set(key, { fingerprint, answer });
      keys.push(encodeKey({ key: hash(key), fingerprint: hash(fingerprint), summary, time: now }));
    }
    return answer;
  }

  const readSample = (sample: Sample): Read => {
    const id: unknown = typeof sample === "object" && sample !== null ? sample.id : undefined;
    if (id === undefined) return { sample };
    if (!isId(id)) return wrongId(id);
    const hashed = hash(id);
    if (knownIds.has(id) || indexes.ids.find(hashed) !== undefined) return { outcome: { status: "duplicate" } };
    const remember = () => {
      knownIds.add(id);
      ids.push(hashed);
    };
    return { sample, name: id, remember };
  };

  const readLabel = (label: Label): Read => {
    if (typeof label !== "object" || label === null) {
      const rule = "be an object with id and target";
      return { outcome: { status: "refused", error: new SampleError({ field: "label", rule, value: label }) } };
    }
    const { id, target, weight } = label;
    if (!isId(id)) return wrongId(id);
    if (knownLabels.has(id)) return { outcome: { status: "duplicate" } };
    const hashed = hash(id);
    const entry = indexes.predictions.find(hashed);
    const found = knownPredictions.get(id) ?? (entry && decodePrediction(entry));
    if (found === undefined && entry !== undefined) return { outcome: { status: "duplicate" } };
    if (found === undefined || "time" in found && found.time as number < now - ages.predictions) {
      doubtful = true;
      return { outcome: { status: "unknown" } };
    }
    const { features, output } = found;
    const remember = () => {
      knownLabels.add(id);
      predictions.push(encodeLabel(hashed, now));
      counts = { ...counts, labelled: counts.labelled + 1 };
    };
    return { sample: { features, target, ...weight === undefined ? {} : { weight } }, name: id, output, remember };
  };

  const finish = (): ModelRecord => {
    const append = (journal: Journal, bytes: Uint8Array, entries: number) =>
      appendToJournal(journal, { bytes, entries, time: now });
    const pending = indexes.predictions.waiting() + knownPredictions.size - knownLabels.size;
    const finished: Ledger = {
      ...ledger,
      version,
      created: Number.isNaN(ledger.created) ? now : ledger.created,
      time: now,
      ids: append(ledger.ids, encodeIds(ids), ids.length),
      keys: append(ledger.keys, joined(keys), keys.length),
      predictions: append(ledger.predictions, joined(predictions), predictions.length),
      restored,
      counts: { ...counts, pending },
      scores: updateScoreboard(scores, scored, now),
      marks,
    };
    return { learner, state, ledger: finished };
  };

  return {
    learn: (request) => apply(request.samples, request, readSample),
    label: (request) => apply(request.labels, request, readLabel),
    predict(inputs, names) {
      const outputs = predictEach(base, inputs);
      inputs.forEach((features, i) => {
        const [id, output] = [names[i], outputs[i]];
        knownPredictions.set(id, { features, output });
        predictions.push(encodePrediction({ id: hash(id), features, output, time: now }));
      });
      counts = { ...counts, remembered: counts.remembered + inputs.length };
      changed ||= inputs.length > 0;
      return { version: ledger.version, learner: base.learner, outputs, ids: names };
    },
    exchange(record, mark) {
      ({ learner, state } = record);
      marks = [...marks, { ...mark, samples: counts.learned, time: now, version }].slice(-MOST_MARKS);
      restored = mark.restored ?? null;
      if (mark.type === "rollback") counts = { ...counts, rollbacks: counts.rollbacks + 1 };
      else scores = initScoreboard(learner.description.task);
      changed = true;
      return describeVersion(finish());
    },
    changed: () => changed,
    doubtful: () => doubtful,
    state: () => state,
    finish,
  };
}

/** A sample to learn, or what has become of it already. */
type Read = ReadSample | { readonly outcome: Outcome };

interface ReadSample {
  readonly sample: Sample;
  /** What must not be learned twice. */
  readonly name?: string;
  /** What was predicted, if it was predicted earlier. */
  readonly output?: Vector;
  /** Remembers that it was learned. */
  readonly remember?: () => void;
}

/**
 * Predicts several inputs.
 *
 * @param record The learner and its state.
 * @param inputs The inputs.
 * @returns The outputs.
 * @throws {SampleError} If one cannot be used, or its output is not finite; the error tells which one it is.
 */
export function predictEach(
  { learner, state }: { readonly learner: Learner; readonly state: LearnerState },
  inputs: readonly Features[],
): Vector[] {
  return inputs.map((features, index) => {
    let output: Vector;
    try {
      output = learner.predictOne(state, features);
    } catch (error) {
      throw error instanceof SampleError ? error.at(index) : error;
    }
    if (output.every(Number.isFinite)) return output;
    throw new SampleError({ field: "features", rule: "be small enough for a finite output", value: features, index });
  });
}

function isId(id: unknown): id is string {
  return typeof id === "string" && id.length > 0 && id.length <= LONGEST_ID;
}

function wrongId(value: unknown): Read {
  const rule = `be a text of 1 to ${LONGEST_ID} characters`;
  return { outcome: { status: "refused", error: new SampleError({ field: "id", rule, value }) } };
}

function requireUsable(outcome: Outcome, place: number): void {
  if (outcome.status === "refused") throw outcome.error.at(place);
  if (outcome.status !== "unknown") return;
  const detail = "Cannot learn the label as its prediction must be remembered: it is not known, or not any more";
  throw new RequestError({ status: 404, title: "Not Found", detail, index: place });
}

function usedKey(): RequestError {
  const detail = "Cannot serve the request as its Idempotency-Key must be new: it was used for another request";
  return new RequestError({ status: 422, title: "Unprocessable Content", detail });
}

function replayed(summary: LearnSummary, learner: Learner): LearnAnswer {
  const { version, learned, duplicates, refused, cost, before } = summary;
  return { version, learned, duplicates, refused, cost, before, replayed: true, learner, outcome: () => undefined };
}

function count(outcomes: readonly Outcome[], status: Outcome["status"]): number {
  return outcomes.reduce((sum, outcome) => outcome.status === status ? sum + 1 : sum, 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
