import { DenseSamples, type Sample } from "../../feature/mod.ts";
import type { Job, JobResult, LearnedJob } from "./learn_jobs.ts";
import type { ChangeRequest, IdempotencyKey, LearnAnswer } from "./learn_request.ts";
import { createPick, type NamedSample, type Pick, type Settled } from "./pick.ts";

/**
 * What a request asks for while it is applied: samples to be learned, which it gets the result of; or, before it goes on, that
 * all requests before it are done with, as it has something in common with one of them.
 */
export type Step = Job | "wait";

/** A request that is being applied. It is sent the result of the job that it asked for, after which it ends. */
export type Steps = Generator<Step, LearnAnswer, JobResult | undefined>;

/** An item of a request: undefined for a sample that is to be learned as it is. */
export type Reading = NamedSample | Settled | undefined;

/** What belongs to requests that are not done with. */
export interface Claims {
  /** The names of items. */
  readonly names: Set<string>;
  /** The keys of requests. */
  readonly keys: Set<string>;
}

/** What a draft knows of requests. */
export interface ApplyOptions<T> {
  /** Names and keys of requests that are not done with. */
  readonly claimed: Claims;
  /** Looks up what an item is. */
  read(item: T): Reading;
  /** The answer that is remembered under a key. */
  replay(idempotency: IdempotencyKey): LearnAnswer | undefined;
  /** Takes in what has become of the samples, and answers. */
  conclude(pick: Pick, result: LearnedJob, idempotency: IdempotencyKey | undefined): LearnAnswer;
}

const NOTHING: LearnedJob = { parts: [], refused: new Map() };

/**
 * Applies a request. It is no function of a draft's own, as V8 makes a generator a class of its own, which then holds all that
 * the draft does until the next large collection.
 *
 * @param items The samples or labels of the request.
 * @param request The request.
 * @param options What the draft knows.
 * @returns What it asks for, and in the end the answer. A request that throws has changed nothing.
 */
export function* applyItems<T>(
  items: readonly T[] | DenseSamples,
  request: ChangeRequest,
  options: ApplyOptions<T>,
): Steps {
  const { atomic = true, idempotency } = request;
  const { claimed, read } = options;
  const { names, keys } = claimed;
  const own: string[] = [];
  let key: string | undefined;
  try {
    if (idempotency !== undefined) {
      if (keys.has(idempotency.key)) yield "wait";
      const answer = options.replay(idempotency);
      if (answer !== undefined) return answer;
      key = idempotency.key;
      keys.add(key);
    }
    const { plain, others } = partPlain(items, read);
    const pick = createPick(plain);
    for (const item of others) {
      let reading = read(item);
      if (reading !== undefined && "name" in reading && names.has(reading.name) && !pick.has(reading.name)) {
        yield "wait";
        reading = read(item);
      }
      if (reading === undefined) pick.add(item as Sample);
      else if ("outcome" in reading) pick.addSettled(reading);
      else {
        names.add(reading.name);
        own.push(reading.name);
        pick.addNamed(reading);
      }
    }
    if (atomic) pick.requireUsable();
    const samples = pick.samples();
    const result = samples.length === 0 ? NOTHING : (yield { samples, atomic })!;
    if ("error" in result) throw pick.placed(result.error);
    return options.conclude(pick, result, idempotency);
  } finally {
    for (const name of own) names.delete(name);
    if (key !== undefined) keys.delete(key);
  }
}

/** The items at the beginning that are samples to learn as they are. No part of the generator, as V8 makes that slower. */
function partPlain<T>(
  items: readonly T[] | DenseSamples,
  read: (item: T) => Reading,
): { plain: Sample[] | DenseSamples; others: readonly T[] } {
  if (items instanceof DenseSamples && items.ids === undefined) return { plain: items, others: [] };
  const all = items instanceof DenseSamples ? [...items] as T[] : items;
  let count = 0;
  while (count < all.length && read(all[count]) === undefined) count++;
  return { plain: all.slice(0, count) as unknown as Sample[], others: all.slice(count) };
}
