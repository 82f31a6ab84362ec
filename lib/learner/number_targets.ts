import { SampleError, type ScalerState, type Target, targetScaler } from "../feature/mod.ts";
import { immutable, type Vector } from "../kernel/mod.ts";
import type { TargetCodec } from "./target_codec.ts";

/** How numbers are read. */
export interface NumberTargetsOptions {
  /** The names of the numbers, so that a target can be a record of them; empty for targets that are numbers or arrays. */
  readonly labels: readonly string[];
  /** How many numbers a target holds. */
  readonly units: number;
  /** Whether the network learns them standardized, and its answers are put back into their units. */
  readonly standardizes: boolean;
}

/** Standardized targets go no further from 0. */
const MOST = 20;
/** The greatest number of float32. */
const GREATEST = 3.4028234663852886e38;

/**
 * Numbers: one, several, or a record of them. The network learns them as `targetScaler` standardizes them, so that targets
 * of any unit are learned at the same rate; none is taken to be further than 20 deviations from the mean so far, so that an
 * outlier spoils neither the unit nor the answers after it.
 *
 * @param options The names, how many, and whether they are standardized.
 * @returns The codec.
 */
export function numberTargets({ labels, units, standardizes }: NumberTargetsOptions): TargetCodec {
  const scaler = targetScaler();
  const places = new Map(labels.map((label, j) => [label, j]));

  const read = (target: Target): Float64Array => {
    const numbers = new Float64Array(units);
    if (typeof target === "number" || typeof target === "boolean") {
      if (units !== 1) throw new SampleError({ field: "target", rule: `hold ${units} numbers`, value: target });
      numbers[0] = requireNumber(Number(target), "target");
    } else if (typeof target !== "object" || target === null) {
      throw new SampleError({ field: "target", rule: "be a number, an array or a record of numbers", value: target });
    } else if (Array.isArray(target) || ArrayBuffer.isView(target)) {
      const given = target as ArrayLike<number>;
      if (given.length !== units) {
        throw new SampleError({ field: "target", rule: `hold ${units} numbers`, value: target });
      }
      for (let j = 0; j < units; j++) numbers[j] = requireNumber(given[j], `target[${j}]`);
    } else readRecord(target as Readonly<Record<string, number>>, numbers);
    return numbers;
  };

  /** The numbers, none further from the mean so far than `MOST` deviations. */
  const limited = (state: ScalerState, numbers: Float64Array): Float64Array => {
    const scaled = scaler.transform(state, numbers);
    const ends = scaler.inverse(state, scaled.map((z) => bounded(z, MOST)));
    return numbers.map((x, j) => Math.abs(scaled[j]) > MOST ? ends[j] : x);
  };

  const readRecord = (target: Readonly<Record<string, number>>, numbers: Float64Array): void => {
    const names = Object.keys(target);
    if (labels.length === 0 || names.length !== units || names.some((name) => !places.has(name))) {
      const rule = labels.length === 0 ? "be a number or an array of numbers" : `have the fields ${labels.join(", ")}`;
      throw new SampleError({ field: "target", rule, value: target });
    }
    for (const name of names) numbers[places.get(name)!] = requireNumber(target[name], `target.${name}`);
  };

  return {
    init: () => ({ labels, units, scaler: scaler.init() }),
    update(state, target) {
      const numbers = read(target);
      return standardizes ? { ...state, scaler: scaler.update(state.scaler, limited(state.scaler, numbers)) } : state;
    },
    encode: (_, target) => immutable(Float32Array.from(read(target))),
    scale: (state, target) =>
      standardizes ? float32(scaler.transform(state.scaler, target).map((z) => bounded(z, MOST))) : target,
    restore(state, output) {
      if (!standardizes) return output;
      const isNew = state.scaler.statistics.length === 0; // before the first target nothing is known of their unit
      return isNew ? new Float32Array(units) : float32(scaler.inverse(state.scaler, output));
    },
  };
}

/** Not infinite, whatever was predicted. */
function float32(numbers: Float64Array): Vector {
  return immutable(Float32Array.from(numbers, (x) => bounded(x, GREATEST)));
}

function bounded(x: number, most: number): number {
  return x > most ? most : x < -most ? -most : x;
}

function requireNumber(value: unknown, field: string): number {
  if (typeof value === "number" && Number.isFinite(Math.fround(value))) return value;
  throw new SampleError({ field, rule: "be a finite number in float32", value });
}
