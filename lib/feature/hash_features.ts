import { murmurHash3 } from "./murmur_hash3.ts";
import { requireFinite } from "./require_finite.ts";
import type { SparseFeatures } from "./sample.ts";

/** Settings of {@linkcode hashFeatures}. */
export interface HashFeaturesOptions {
  /** There are 2 to this power buckets: a whole number from 0 to 30. */
  readonly bits: number;
  /**
   * The seed of the hash.
   *
   * @default {0}
   */
  readonly seed?: number;
  /**
   * Whether the hash also chooses a sign, so that features that meet in a bucket cancel out on average.
   *
   * @default {true}
   */
  readonly signed?: boolean;
}

/**
 * Feature hashing: any number of names in a fixed number of places (Weinberger et al., "Feature hashing for large scale
 * multitask learning", 2009).
 *
 * With h = MurmurHash3 of the name, read as a signed number, a feature of value v adds v to bucket |h| mod 2^bits, or -v where
 * h is below 0; a text v counts as the name `name=v` of value 1. scikit-learn's `FeatureHasher` has the same buckets and signs.
 *
 * @param features Tokens, of which each counts 1, or values by name. What is 0 or false adds nothing.
 * @param options How many buckets there are.
 * @returns The buckets that are not 0, ascending.
 * @throws {SampleError} If a value is not a finite number in float32, a text or a boolean.
 * @throws {RangeError} If `bits` is not a whole number from 0 to 30.
 *
 * @example Usage
 * ```ts
 * import { hashFeatures } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(hashFeatures({ dog: 1, cat: 2, elephant: 4 }, { bits: 3 }), hashFeatures(
 *   ["dog", "cat", "cat", "elephant", "elephant", "elephant", "elephant"],
 *   { bits: 3 },
 * ));
 * ```
 */
export function hashFeatures(
  features: Iterable<string> | Readonly<Record<string, number | string | boolean>>,
  options: HashFeaturesOptions,
): SparseFeatures {
  const { bits, seed = 0, signed = true } = options;
  requireBits("hash features", "bits", bits);
  const buckets = new Map<number, number>();
  for (const [name, value] of pairsOf(features)) {
    const hash = murmurHash3(name, seed);
    const bucket = bucketOf(hash, bits);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + (signed ? signOf(hash) * value : value));
  }
  const entries = [...buckets].filter(([, value]) => value !== 0).sort(([a], [b]) => a - b);
  return { indices: entries.map(([bucket]) => bucket), values: entries.map(([, value]) => value) };
}

/**
 * The bucket of a hash.
 *
 * @param hash The hash, from 0 to 2^32 - 1.
 * @param bits There are 2 to this power buckets, at most 2^30.
 * @returns |h| mod 2^bits, where h is the hash read as a signed number.
 */
export function bucketOf(hash: number, bits: number): number {
  return Math.abs(hash | 0) % (1 << bits);
}

/**
 * The sign of a hash.
 *
 * @param hash The hash, from 0 to 2^32 - 1.
 * @returns 1 or -1.
 */
export function signOf(hash: number): number {
  return (hash | 0) >= 0 ? 1 : -1;
}

/**
 * Checks how many bits of a hash choose the bucket.
 *
 * @param action What cannot be done otherwise.
 * @param field What the option is called.
 * @param bits The number.
 * @throws {RangeError} If it is not a whole number from 0 to 30.
 */
export function requireBits(action: string, field: string, bits: number): void {
  if (Number.isInteger(bits) && bits >= 0 && bits <= 30) return;
  throw new RangeError(`Cannot ${action} as ${field} must be a whole number from 0 to 30: current value is ${bits}`);
}

function* pairsOf(features: Iterable<string> | Readonly<Record<string, unknown>>): Generator<[string, number]> {
  if (Symbol.iterator in features) {
    for (const token of features as Iterable<string>) yield [token, 1];
    return;
  }
  for (const [name, value] of Object.entries(features)) {
    if (typeof value === "string") yield [`${name}=${value}`, 1];
    else yield [name, typeof value === "boolean" ? Number(value) : requireFinite(value, `features.${name}`)];
  }
}
