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
import type { LearnedRow, Unit, UnitResult } from "./learn_units.ts";
import type { Ledger } from "./ledger.ts";
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
}

/**
 * What a request asks for while it is applied: units to be learned, which it gets the results of; or, before it goes on, that
 * all requests before it are done with, as it has something in common with one of them.
 */
export type Step = readonly Unit[] | "wait";

/** A request that is being applied. It is sent the results of the units that it asked for. */
export type Steps = Generator<Step, LearnAnswer, readonly UnitResult[] | undefined>;

/** What a commit is to be, while requests are applied to it one after the other. Nothing counts before it is committed. */
export interface Draft {
  /** Applies a request to learn; a request that throws has changed nothing. */
  learn(request: LearnRequest): Steps;
  /** Applies late labels in the same way. */
  label(request: LabelRequest): Steps;
  /** Predicts by the state that was committed last, and remembers the predictions by the ids. */
  predict(inputs: PredictRequest, ids: readonly string[]): PredictAnswer;
  /** Takes over another state. */
  exchange(record: Pick<ModelRecord, "learner" | "state">, mark: Pick<CurveMark, "type" | "restored">): KeptVersion;
  /** Goes on from a state that units have been learned to. */
  advance(state: LearnerState): void;
  /** Whether there is anything to commit. */
  changed(): boolean;
  /** Whether something was not found that another instance may have committed since. */
  doubtful(): boolean;
  /** The learner, and its state so far. */
  current(): Pick<ModelRecord, "learner" | "state">;
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
export function createDraft({ base, indexes, now, ages }: DraftOptions): Draft {
  const { ledger } = base;
  const version = ledger.version + 1;
  const seed = hashText(ledger.incarnation);
  let { learner, state } = base;
  let { scores, marks, counts } = ledger;
  let restored: number | null = null;
  let [changed, doubtful] = [false, false];
  const scored: ScoredSample[] = [];
  const ids: Hash[] = [];
  const knownIds = new Set<string>();
  const keys: Uint8Array[] = [];
  const knownKeys = new Map<string, { fingerprint: string; answer: LearnAnswer }>();
  const predictions: Uint8Array[] = [];
  const knownPredictions = new Map<string, Pick<PredictionEntry, "features" | "output">>();
  const knownLabels = new Set<string>();
  /** Names and keys of requests that are not done with. */
  const claimed = new Set<string>();

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

  function* apply<T>(items: readonly T[], request: ChangeRequest, read: (item: T) => Read): Steps {
    const { atomic = true, idempotency } = request;
    const own = new Set<string>();
    try {
      if (idempotency !== undefined) {
        const name = `key ${idempotency.key}`;
        if (claimed.has(name)) yield "wait";
        const answer = replay(idempotency);
        if (answer !== undefined) return answer;
        claim(name, own);
      }
      const readings = yield* readAll(items, read, own);
      const outcomes = yield* learnAll(readings, atomic);
      return conclude(readings, outcomes, idempotency);
    } finally {
      for (const name of own) claimed.delete(name);
    }
  }

  const claim = (name: string, own: Set<string>): void => {
    claimed.add(name);
    own.add(name);
  };

  function* readAll<T>(
    items: readonly T[],
    read: (item: T) => Read,
    own: Set<string>,
  ): Generator<Step, Read[], readonly UnitResult[] | undefined> {
    const readings: Read[] = [];
    for (const item of items) {
      let reading = read(item);
      if ("sample" in reading && reading.name !== undefined) {
        if (claimed.has(reading.name) && !own.has(reading.name)) {
          yield "wait";
          reading = read(item);
        }
        if ("sample" in reading) {
          if (own.has(reading.name!)) reading = { ...reading, repeated: true };
          else claim(reading.name!, own);
        }
      }
      readings.push(reading);
    }
    return readings;
  }

  function* learnAll(
    readings: readonly Read[],
    atomic: boolean,
  ): Generator<Step, Outcome[], readonly UnitResult[] | undefined> {
    const outcomes: Outcome[] = [];
    const places: number[] = [];
    readings.forEach((reading, place) => {
      if ("sample" in reading && reading.repeated !== true) places.push(place);
      if ("sample" in reading) return;
      if (atomic) requireUsable(reading.outcome, place);
      outcomes[place] = reading.outcome;
    });
    const sampleAt = (place: number) => (readings[place] as ReadSample).sample;
    if (places.length > 0) {
      const units = atomic ? [places.map(sampleAt)] : places.map((place) => [sampleAt(place)]);
      const results = (yield units)!;
      if (atomic) {
        const [result] = results;
        if ("error" in result) throw placed(result.error, places);
        result.rows.forEach((row, i) => outcomes[places[i]] = outcomeOf(row));
      } else results.forEach((result, i) => outcomes[places[i]] = toOutcome(result, sampleAt(places[i]), places[i]));
    }
    const learned = new Set(places.map((place) => isLearned(outcomes[place]) ? nameOf(readings[place]) : undefined));
    readings.forEach((reading, place) => {
      if (!("sample" in reading) || reading.repeated !== true) return;
      outcomes[place] = learned.has(reading.name) ? { status: "duplicate" } : repeatedId(reading, place);
    });
    return outcomes;
  }

  const conclude = (
    readings: readonly Read[],
    outcomes: readonly Outcome[],
    idempotency: IdempotencyKey | undefined,
  ): LearnAnswer => {
    const before = counts.learned;
    let [learned, duplicates, costs] = [0, 0, 0];
    const told = outcomes.map((outcome, place): Outcome => {
      if (outcome.status === "duplicate") duplicates++;
      if (outcome.status !== "learned") return outcome;
      const { sample, output = outcome.output, remember } = readings[place] as ReadSample;
      const { cost } = outcome;
      const target = targetVector(learner, { target: sample.target, output, state: () => state });
      scored.push({ output, target, cost, weight: sample.weight ?? 1 });
      remember?.();
      learned++;
      costs += cost;
      return { status: "learned", output, cost };
    });
    const refused = told.length - learned - duplicates;
    const summary: LearnSummary = { version, learned, duplicates, refused, cost: costs / learned, before };
    counts = {
      ...counts,
      learned: before + learned,
      costs: counts.costs + costs,
      duplicates: counts.duplicates + duplicates,
      refused: counts.refused + refused,
    };
    const answer: LearnAnswer = {
      ...summary,
      get version() {
        return changed ? version : ledger.version;
      },
      replayed: false,
      learner,
      outcome: (index) => told[index],
    };
    if (learned === 0) return answer;
    changed = true;
    if (idempotency !== undefined) {
      const { key, fingerprint } = idempotency;
      knownKeys.set(key, { fingerprint, answer });
      keys.push(encodeKey({ key: hash(key), fingerprint: hash(fingerprint), summary, time: now }));
    }
    return answer;
  };

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
    return { sample, name: `id ${id}`, remember };
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
    const sample: Sample = { features, target, ...weight === undefined ? {} : { weight } };
    return { sample, name: `prediction ${id}`, output, remember };
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
    advance: (after) => void (state = after),
    changed: () => changed,
    doubtful: () => doubtful,
    current: () => ({ learner, state }),
    finish,
  };
}

/** A sample to learn, or what has become of it already. */
type Read = ReadSample | { readonly outcome: Outcome };

interface ReadSample {
  readonly sample: Sample;
  /** What must not be learned twice. */
  readonly name?: string;
  /** Whether the name has come up in the same request. */
  readonly repeated?: boolean;
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

function outcomeOf({ outputs, costs, row }: LearnedRow): Outcome {
  const units = outputs.length / costs.length;
  return { status: "learned", output: outputs.subarray(row * units, (row + 1) * units) as Vector, cost: costs[row] };
}

function toOutcome(result: UnitResult, sample: Sample, place: number): Outcome {
  if ("rows" in result) return outcomeOf(result.rows[0]);
  if (result.error instanceof SampleError) return { status: "refused", error: result.error.at(place) };
  const problem = { field: "sample", rule: "leave the model finite", value: sample, index: place };
  return { status: "refused", error: new SampleError(problem) };
}

function placed(error: SampleError | RequestError, places: readonly number[]): SampleError | RequestError {
  return error instanceof SampleError ? error.at(places[error.index ?? 0]) : error;
}

function isLearned(outcome: Outcome): boolean {
  return outcome.status === "learned";
}

function nameOf(reading: Read): string | undefined {
  return "sample" in reading ? reading.name : undefined;
}

function isId(id: unknown): id is string {
  return typeof id === "string" && id.length > 0 && id.length <= LONGEST_ID;
}

function wrongId(value: unknown): Read {
  const rule = `be a text of 1 to ${LONGEST_ID} characters`;
  return { outcome: { status: "refused", error: new SampleError({ field: "id", rule, value }) } };
}

/** In the order of the request it would come too late, so that it is not learned in the place of the one before it. */
function repeatedId({ sample }: ReadSample, index: number): Outcome {
  const problem = {
    field: "id",
    rule: "differ from that of a sample of the request that was refused",
    value: sample.id,
    index,
  };
  return { status: "refused", error: new SampleError(problem) };
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

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
