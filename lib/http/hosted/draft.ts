import { type Sample, SampleError, type Target } from "../../feature/mod.ts";
import { type LearnerState, targetVector } from "../../learner/mod.ts";
import { RequestError } from "../request_error.ts";
import { driftsOf } from "./drifts_of.ts";
import type { KeptVersion } from "./hosted_model.ts";
import { describeVersion } from "./keep_parts.ts";
import type {
  ChangeRequest,
  IdempotencyKey,
  Label,
  LabelRequest,
  LearnAnswer,
  LearnRequest,
  LearnSummary,
  PredictRequest,
  RememberAnswer,
} from "./learn_request.ts";
import type { Job, JobResult, LearnedJob } from "./learn_jobs.ts";
import type { Ledger } from "./ledger.ts";
import { type MemoryOptions, openMemory } from "./memory.ts";
import type { CurveMark } from "./model_stats.ts";
import { createPick, type NamedSample, type Pick, type Settled } from "./pick.ts";
import { predictEach } from "./predict_each.ts";
import type { ModelRecord } from "./record.ts";
import { initScoreboard, type ScoredSamples, updateScoreboard } from "./scoreboard.ts";

/** What a draft starts from. */
export interface DraftOptions extends Omit<MemoryOptions, "ledger"> {
  /** What was committed last. */
  readonly base: ModelRecord;
}

/**
 * What a request asks for while it is applied: samples to be learned, which it gets the result of; or, before it goes on, that
 * all requests before it are done with, as it has something in common with one of them.
 */
export type Step = Job | "wait";

/** A request that is being applied. It is sent the result of the job that it asked for, after which it ends. */
export type Steps = Generator<Step, LearnAnswer, JobResult | undefined>;

/** What a commit is to be, while requests are applied to it one after the other. Nothing counts before it is committed. */
export interface Draft {
  /** The version that it goes on from. */
  readonly from: number;
  /** Applies a request to learn; a request that throws has changed nothing. */
  learn(request: LearnRequest): Steps;
  /** Applies late labels in the same way. */
  label(request: LabelRequest): Steps;
  /** Predicts by the state that was committed last, and remembers the predictions by the ids. */
  remember(inputs: PredictRequest, ids: readonly string[]): RememberAnswer;
  /** Takes over another state. */
  exchange(record: Omit<ModelRecord, "ledger">, mark: Omit<CurveMark, "samples" | "time" | "version">): KeptVersion;
  /** Goes on from a state that jobs have been learned to. */
  advance(state: LearnerState): void;
  /** Whether there is anything to commit. */
  changed(): boolean;
  /** Whether something was not found that another instance may have committed since. */
  doubtful(): boolean;
  /** The learner, and its state so far. */
  current(): Omit<ModelRecord, "ledger">;
  /** What is to be committed. */
  finish(): ModelRecord;
}

const MOST_MARKS = 64;
const LONGEST_ID = 256;
/** So many targets are kept as vectors; more numbers than that do not come again. */
const MOST_TARGETS = 1024;

/**
 * Begins a draft.
 *
 * @param options What it starts from.
 * @returns The draft.
 */
export function createDraft({ base, now, ...options }: DraftOptions): Draft {
  const { ledger } = base;
  const version = ledger.version + 1;
  const memory = openMemory({ ...options, ledger, now });
  let { learner, state } = base;
  let { scores, marks, counts } = ledger;
  let restored: number | null = null;
  let found = 0; // drifts, by the learner itself
  let [changed, doubtful] = [false, false];
  const scored: ScoredSamples[] = [];
  const targets = new Map<Target, ArrayLike<number>>();
  /** Names and keys of requests that are not done with. */
  const claimed = new Set<string>();

  const replay = (idempotency: IdempotencyKey): LearnAnswer | undefined => {
    const known = memory.findKey(idempotency);
    if (known === undefined) return undefined;
    if (!known.isSame) throw usedKey();
    return { ...known.summary, replayed: true, learner, outcome: () => undefined };
  };

  function* apply<T>(items: readonly T[], request: ChangeRequest, read: (item: T) => Reading): Steps {
    const { atomic = true, idempotency } = request;
    const own = new Set<string>();
    const isClaimed = (name: string) => claimed.has(name) && !own.has(name);
    const claim = (name: string) => {
      claimed.add(name);
      own.add(name);
    };
    try {
      if (idempotency !== undefined) {
        const name = `key ${idempotency.key}`;
        if (isClaimed(name)) yield "wait";
        const answer = replay(idempotency);
        if (answer !== undefined) return answer;
        claim(name);
      }
      const pick = createPick();
      for (const item of items) {
        let reading = read(item);
        if (reading !== undefined && "name" in reading && isClaimed(reading.name)) {
          yield "wait";
          reading = read(item);
        }
        if (reading === undefined) pick.add(item as Sample);
        else if ("outcome" in reading) pick.addSettled(reading);
        else {
          claim(reading.name);
          pick.addNamed(reading);
        }
      }
      if (atomic) pick.requireUsable();
      const { samples } = pick;
      const result = samples.length === 0 ? NOTHING : (yield { samples, atomic })!;
      if ("error" in result) throw pick.placed(result.error);
      return conclude(pick, result, idempotency);
    } finally {
      for (const name of own) claimed.delete(name);
    }
  }

  const conclude = (pick: Pick, result: LearnedJob, idempotency: IdempotencyKey | undefined): LearnAnswer => {
    const before = counts.learned;
    scored.push(...pick.scored(result, vectorOf));
    const { learned, duplicates, refused, costs } = pick.conclude(result);
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
      outcome: (index) => pick.outcome(index, result),
    };
    if (learned === 0) return answer;
    changed = true;
    if (idempotency !== undefined) memory.addKey(idempotency, summary);
    return answer;
  };

  /** Targets as vectors; those of classes and labels are made once, and a number needs no typed array, which takes longer. */
  const vectorOf = (target: Target, output: ArrayLike<number>): ArrayLike<number> => {
    const isPlain = typeof target === "number" && output.length === 1 && learner.encodeTarget === undefined;
    if (isPlain) return [Math.fround(target)];
    const known = targets.get(target);
    if (known?.length === output.length) return known;
    const made = targetVector(learner, { target, output, state: () => state });
    if (typeof target !== "object" && targets.size < MOST_TARGETS) targets.set(target, made);
    return made;
  };

  const readSample = (sample: Sample): Reading => {
    const id: unknown = typeof sample === "object" && sample !== null ? sample.id : undefined;
    if (id === undefined) return undefined;
    if (!isId(id)) return wrongId(id);
    if (memory.hasId(id)) return { outcome: { status: "duplicate" } };
    return { name: `id ${id}`, sample, remember: () => memory.addId(id) };
  };

  const readLabel = (label: Label): Reading => {
    if (typeof label !== "object" || label === null) {
      const rule = "be an object with id and target";
      return { outcome: { status: "refused", error: new SampleError({ field: "label", rule, value: label }) } };
    }
    const { id, target, weight } = label;
    if (!isId(id)) return wrongId(id);
    const found = memory.findPrediction(id);
    if (found === "labelled") return { outcome: { status: "duplicate" } };
    if (found === undefined) {
      doubtful = true;
      return { outcome: { status: "unknown" } };
    }
    const { features, output } = found;
    const sample: Sample = { features, target, ...weight === undefined ? {} : { weight } };
    const remember = () => {
      memory.addLabel(id);
      counts = { ...counts, labelled: counts.labelled + 1 };
    };
    return { name: `prediction ${id}`, sample, output, remember };
  };

  const mark = (made: Omit<CurveMark, "samples" | "time" | "version">): readonly CurveMark[] =>
    [...marks, { ...made, samples: counts.learned, time: now, version }].slice(-MOST_MARKS);

  const finish = (): ModelRecord => {
    const { pending, ...journals } = memory.journals();
    const after = updateScoreboard(scores, scored, now);
    const drifts = driftsOf(state) === undefined ? after.drift.drifts - scores.drift.drifts : found;
    const finished: Ledger = {
      ...ledger,
      version,
      created: Number.isNaN(ledger.created) ? now : ledger.created,
      time: now,
      ...journals,
      restored,
      counts: { ...counts, pending, drifts: counts.drifts + drifts },
      scores: after,
      marks: drifts === 0 ? marks : mark({ type: "drift" }),
    };
    return { learner, state, ledger: finished };
  };

  return {
    from: ledger.version,
    learn: (request) => apply(request.samples, request, readSample),
    label: (request) => apply(request.labels, request, readLabel),
    remember(inputs, names) {
      const outputs = predictEach(base, inputs);
      inputs.forEach((features, i) => memory.addPrediction(names[i], { features, output: outputs[i] }));
      counts = { ...counts, remembered: counts.remembered + inputs.length };
      changed ||= inputs.length > 0;
      return { version: ledger.version, learner: base.learner, outputs, ids: names };
    },
    exchange(record, made) {
      ({ learner, state } = record);
      marks = mark(made);
      restored = made.restored ?? null;
      if (made.type === "rollback") counts = { ...counts, rollbacks: counts.rollbacks + 1 };
      else scores = initScoreboard(learner.description.task);
      changed = true;
      return describeVersion(finish());
    },
    advance(after) {
      found += Math.max(0, (driftsOf(after) ?? 0) - (driftsOf(state) ?? 0));
      state = after;
    },
    changed: () => changed,
    doubtful: () => doubtful,
    current: () => ({ learner, state }),
    finish,
  };
}

/** An item of a request: undefined for a sample that is to be learned as it is. */
type Reading = NamedSample | Settled | undefined;

const NOTHING: LearnedJob = { parts: [], refused: new Map() };

function isId(id: unknown): id is string {
  return typeof id === "string" && id.length > 0 && id.length <= LONGEST_ID;
}

function wrongId(value: unknown): Settled {
  const rule = `be a text of 1 to ${LONGEST_ID} characters`;
  return { outcome: { status: "refused", error: new SampleError({ field: "id", rule, value }) } };
}

function usedKey(): RequestError {
  const detail = "Cannot serve the request as its Idempotency-Key must be new: it was used for another request";
  return new RequestError({ status: 422, title: "Unprocessable Content", detail });
}
