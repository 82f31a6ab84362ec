import { DenseSamples, type Sample, SampleError, type Target } from "../../feature/mod.ts";
import type { Vector } from "../../kernel/mod.ts";
import { RequestError } from "../request_error.ts";
import type { LearnedJob } from "./learn_jobs.ts";
import type { Outcome } from "./learn_request.ts";
import type { ScoredSamples } from "./scoring.ts";

/** A sample that must not be learned twice. */
export interface NamedSample {
  /** What it is known by. */
  readonly name: string;
  /** The sample. */
  readonly sample: Sample;
  /** What was predicted, if it was predicted earlier. */
  readonly output?: Vector;
  /** Remembers that it was learned. */
  remember(): void;
}

/** Something that is not learned, as something has become of it already. */
export interface Settled {
  /** What has become of it. */
  readonly outcome: Outcome;
}

/** A target as the vector that belongs to an output; a number may stand for one of one number. */
export type VectorOf = (target: Target, output: ArrayLike<number>) => ArrayLike<number> | number;

/** The items of a request: which of them are to be learned, and what has become of the others. */
export interface Pick {
  /** The samples to learn, in order. */
  samples(): readonly Sample[] | DenseSamples;
  /** Adds an item that is a sample to learn. */
  add(sample: Sample): void;
  /** Adds an item that is a sample to learn. One whose name has come up before is not learned, whatever becomes of that one. */
  addNamed(sample: NamedSample): void;
  /** Whether an item of that name was added. */
  has(name: string): boolean;
  /** Adds an item that is not to be learned. */
  addSettled(settled: Settled): void;
  /**
   * Refuses all items if one is refused already.
   *
   * @throws {SampleError} The reason, with the place of the item.
   * @throws {RequestError} 404 if it is a label of an unknown prediction.
   */
  requireUsable(): void;
  /** The error of a sample as that of its item. */
  placed(error: SampleError | RequestError): SampleError | RequestError;
  /** What has become of an item, when the samples are learned. */
  outcome(place: number, result: LearnedJob): Outcome | undefined;
  /** Counts the items by what has become of them, and remembers those that were learned. */
  conclude(result: LearnedJob): { learned: number; duplicates: number; refused: number; costs: number };
  /** The samples that were learned, to be scored. */
  scored(result: LearnedJob, vectorOf: VectorOf): ScoredSamples[];
}

/**
 * Begins to pick.
 *
 * @param samples The first items, which are samples to learn; others are added to them, unless they are in columns.
 * @returns The pick, of these alone.
 */
export function createPick(samples: Sample[] | DenseSamples = []): Pick {
  const others = new Map<number, Settled | { readonly repeats: number }>();
  const named = new Map<number, NamedSample>();
  const names = new Map<string, number>();
  /** Of each item the place among the samples, or -1, and of each sample that of its item; empty while all items are samples. */
  const indexes: number[] = [];
  const places: number[] = [];

  const count = () => others.size === 0 ? samples.length : indexes.length;
  const indexOf = (place: number) => others.size === 0 ? place : indexes[place];
  const placeOf = (index: number) => others.size === 0 ? index : places[index];

  const add = (sample: Sample): void => {
    if (others.size > 0) {
      places.push(indexes.length);
      indexes.push(samples.length);
    }
    (samples as Sample[]).push(sample); // to samples in columns nothing is added
  };

  const addOther = (other: Settled | { readonly repeats: number }): void => {
    if (others.size === 0) {
      for (let i = 0; i < samples.length; i++) indexes.push(places.push(i) - 1);
    }
    others.set(indexes.length, other);
    indexes.push(-1);
  };

  const outcome = (place: number, result: LearnedJob): Outcome | undefined => {
    const other = others.get(place);
    if (other === undefined) return place < count() ? outcomeOf(indexOf(place), result) : undefined;
    if ("outcome" in other) return other.outcome;
    if (!result.refused.has(other.repeats)) return { status: "duplicate" };
    const rule = "differ from that of a sample before it, which was refused";
    const { id } = named.get(other.repeats)!.sample;
    return { status: "refused", error: new SampleError({ field: "id", rule, value: id, index: place }) };
  };

  const outcomeOf = (index: number, { parts, refused }: LearnedJob): Outcome | undefined => {
    const error = refused.get(index);
    if (error !== undefined) return { status: "refused", error: error.at(placeOf(index)) };
    for (const { from, outputs, costs } of parts) {
      const row = index - from;
      if (row < 0 || row >= costs.length) continue;
      const units = outputs.length / costs.length;
      const output = named.get(index)?.output ?? rowOf(outputs, row * units, units);
      return { status: "learned", output, cost: costs[row] };
    }
    return undefined;
  };

  return {
    samples: () => samples,
    add,
    addNamed(sample) {
      const before = names.get(sample.name);
      if (before !== undefined) addOther({ repeats: before });
      else {
        names.set(sample.name, samples.length);
        named.set(samples.length, sample);
        add(sample.sample);
      }
    },
    has: (name) => names.has(name),
    addSettled: addOther,
    requireUsable() {
      for (const [place, other] of others) {
        if (!("outcome" in other)) continue;
        if (other.outcome.status === "refused") throw other.outcome.error.at(place);
        if (other.outcome.status === "unknown") throw unknownPrediction(place);
      }
    },
    placed: (error) => error instanceof SampleError ? error.at(placeOf(error.index ?? 0)) : error,
    outcome,
    conclude(result) {
      let [learned, duplicates, costs] = [0, 0, 0];
      for (const part of result.parts) {
        learned += part.costs.length;
        costs += sumOf(part.costs);
      }
      for (const place of others.keys()) {
        if (outcome(place, result)!.status === "duplicate") duplicates++;
      }
      for (const [index, { remember }] of named) {
        if (!result.refused.has(index)) remember();
      }
      return { learned, duplicates, refused: count() - learned - duplicates, costs };
    },
    scored({ parts }, vectorOf) {
      return parts.flatMap(({ from, outputs, costs }): ScoredSamples[] => {
        const units = outputs.length / costs.length;
        const { targets, weights } = columnsOf(samples, from, from + costs.length);
        const earlier = named.size === 0 ? [] : targets.map((_, row) => named.get(from + row)?.output);
        if (earlier.every((output) => output === undefined)) {
          const width = { length: units };
          const vectors: (ArrayLike<number> | number)[] = [];
          for (let i = 0; i < targets.length; i++) vectors.push(vectorOf(targets[i], width));
          return [{ outputs, costs, targets: vectors, weights }];
        }
        return targets.map((target, row) => {
          const then = earlier[row]; // by a learner that may have been replaced since
          const output = then?.length === units ? then : outputs.subarray(row * units, (row + 1) * units);
          const weight = weights?.[row] ?? 1;
          return { outputs: output, costs: [costs[row]], targets: [vectorOf(target, output)], weights: [weight] };
        });
      });
    },
  };
}

/** The numbers of one row, as to make a view of them takes longer. */
function rowOf(all: ArrayLike<number>, from: number, units: number): number[] {
  const row: number[] = [];
  for (let j = 0; j < units; j++) row.push(all[from + j]);
  return row;
}

function columnsOf(
  samples: readonly Sample[] | DenseSamples,
  from: number,
  to: number,
): { targets: readonly Target[]; weights: readonly number[] | undefined } {
  const some = samples.slice(from, to);
  if (some instanceof DenseSamples) return some;
  return { targets: some.map(({ target }) => target), weights: some.map(({ weight = 1 }) => weight) };
}

function sumOf(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i];
  return sum;
}

function unknownPrediction(index: number): RequestError {
  const detail = "Cannot learn the label as its prediction must be remembered: it is not known, or not any more";
  return new RequestError({ status: 404, title: "Not Found", detail, index });
}
