import { type Sample, SampleError, type Target } from "../../feature/mod.ts";
import { type LearnerState, targetVector } from "../../learner/mod.ts";
import { RequestError } from "../request_error.ts";
import { ID_RULE, isId } from "../sample/is_id.ts";
import { applyItems, type Reading, type Steps } from "./apply_items.ts";
import { driftsOf } from "./drifts_of.ts";
import type { KeptVersion } from "./hosted_model.ts";
import { describeVersion } from "./keep_parts.ts";
import type {
  IdempotencyKey,
  Label,
  LabelRequest,
  LearnAnswer,
  LearnRequest,
  LearnSummary,
  PredictRequest,
  RememberAnswer,
} from "./learn_request.ts";
import type { LearnedJob } from "./learn_jobs.ts";
import type { Ledger } from "./ledger.ts";
import { type MemoryOptions, openMemory } from "./memory.ts";
import type { CurveMark } from "./model_stats.ts";
import type { Pick, Settled, VectorOf } from "./pick.ts";
import { predictEach } from "./predict_each.ts";
import type { ModelRecord } from "./record.ts";
import { initScoreboard, updateScoreboard } from "./scoreboard.ts";
import type { ScoredSamples } from "./scoring.ts";

/** What a draft starts from. */
export interface DraftOptions extends Omit<MemoryOptions, "ledger"> {
  /** What was committed last. */
  readonly base: ModelRecord;
}

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
  const keys = new Set<string>();
  const claimedIds = { names: new Set<string>(), keys };
  const claimedPredictions = { names: new Set<string>(), keys };

  const replay = (idempotency: IdempotencyKey): LearnAnswer | undefined => {
    const known = memory.findKey(idempotency);
    if (known === undefined) return undefined;
    if (!known.isSame) throw usedKey();
    return { ...known.summary, replayed: true, learner, outcome: () => undefined };
  };

  const conclude = (pick: Pick, result: LearnedJob, idempotency: IdempotencyKey | undefined): LearnAnswer => {
    const before = counts.learned;
    scored.push(...pick.scored(result, vectorOf));
    const { learned, duplicates, refused, costs } = pick.conclude(result);
    changed ||= learned > 0;
    const summary: LearnSummary = {
      version: changed ? version : ledger.version,
      learned,
      duplicates,
      refused,
      cost: costs / learned,
      before,
    };
    counts = {
      ...counts,
      learned: before + learned,
      costs: counts.costs + costs,
      duplicates: counts.duplicates + duplicates,
      refused: counts.refused + refused,
    };
    if (idempotency !== undefined && learned > 0) memory.addKey(idempotency, summary);
    return { ...summary, replayed: false, learner, outcome: (index) => pick.outcome(index, result) };
  };

  /** Targets as vectors; those of classes and labels are made once, and a number is left as one. */
  const vectorOf: VectorOf = (target, output) => {
    const isPlain = typeof target === "number" && output.length === 1 && learner.encodeTarget === undefined;
    if (isPlain) return Math.fround(target);
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
    return { name: id, sample, remember: () => memory.addId(id) };
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
    return { name: id, sample, output, remember };
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
    learn: (request) =>
      applyItems(request.samples, request, { claimed: claimedIds, replay, conclude, read: readSample }),
    label: (request) =>
      applyItems(request.labels, request, { claimed: claimedPredictions, replay, conclude, read: readLabel }),
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

function wrongId(value: unknown): Settled {
  return { outcome: { status: "refused", error: new SampleError({ field: "id", rule: ID_RULE, value }) } };
}

function usedKey(): RequestError {
  const detail = "Cannot serve the request as its Idempotency-Key must be new: it was used for another request";
  return new RequestError({ status: 422, title: "Unprocessable Content", detail });
}
