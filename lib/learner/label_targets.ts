import { SampleError, type Target, targetScaler } from "../feature/mod.ts";
import { immutable } from "../kernel/mod.ts";
import { type ClassTargetsOptions, requireLabel } from "./class_targets.ts";
import type { TargetCodec, TargetState } from "./target_codec.ts";

/** As many outputs as a network of independent labels needs to grow. */
const FEWEST = 2;

/**
 * Labels of which a sample may have none, one or several: a record `{ red: true, round: false }`, whose fields that nobody
 * has announced become outputs, a vector of numbers between 0 and 1, or one label. A label that is not named is not there.
 *
 * @param options The labels known from the start, and how many there may be.
 * @returns The codec.
 */
export function labelTargets({ labels, maxClasses }: ClassTargetsOptions): TargetCodec {
  /** The labels that a target names, and how much it has of each. */
  const named = (target: Target): [label: string, value: number][] | undefined => {
    if (typeof target === "string") return [[target, 1]];
    if (typeof target !== "object" || target === null) {
      throw new SampleError({ field: "target", rule: "be a record of labels, an array or a label", value: target });
    }
    if (Array.isArray(target) || ArrayBuffer.isView(target)) return undefined;
    return Object.entries(target).map(([label, value]) => [label, requireShare(value, `target.${label}`)]);
  };

  const grown = (state: TargetState, target: Target): TargetState => {
    const fresh = (named(target) ?? []).map(([label]) => label).filter((label) => !state.labels.includes(label));
    if (fresh.length === 0) return state;
    fresh.forEach(requireLabel);
    const labels = [...state.labels, ...fresh];
    if (labels.length > maxClasses) {
      throw new SampleError({ field: "target", rule: `name ${maxClasses} labels at most in all`, value: fresh[0] });
    }
    return { ...state, labels, units: Math.max(state.units, labels.length) };
  };

  const encode: TargetCodec["encode"] = ({ labels, units }, target) => {
    const vector = new Float32Array(units);
    const entries = named(target);
    if (entries === undefined) {
      const given = target as ArrayLike<number>;
      if (given.length !== units) {
        throw new SampleError({ field: "target", rule: `hold ${units} numbers, one a label`, value: target });
      }
      for (let j = 0; j < units; j++) vector[j] = requireShare(given[j], `target[${j}]`);
      return immutable(vector);
    }
    for (const [label, value] of entries) {
      const j = labels.indexOf(label);
      if (j < 0) throw new SampleError({ field: `target.${label}`, rule: "be a label that has been learned", value });
      vector[j] = value;
    }
    return immutable(vector);
  };

  return {
    init: () => ({ labels, units: Math.max(FEWEST, labels.length), scaler: targetScaler().init() }),
    update(state, target) {
      const next = grown(state, target);
      encode(next, target); // which refuses what cannot be used
      return next;
    },
    encode,
    scale: (_, target) => target,
    restore: (_, output) => output,
  };
}

function requireShare(value: unknown, field: string): number {
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  throw new SampleError({ field, rule: "be true, false or a number between 0 and 1", value });
}
