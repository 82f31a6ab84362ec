import { bucketOf, signOf } from "./hash_features.ts";
import { murmurHash3 } from "./murmur_hash3.ts";

/**
 * The words of a text as hash buckets: each word, a run of letters and digits in lower case, adds the sign of its hash to its
 * bucket; then all are divided by the length of the vector, so that long texts do not count more than short ones.
 *
 * @param text The text.
 * @param bits There are 2 to this power buckets.
 * @returns The numbers of the buckets that are not 0.
 */
export function wordsOf(text: string, bits: number): Map<number, number> {
  const buckets = new Map<number, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    const hash = murmurHash3(word);
    const bucket = bucketOf(hash, bits);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + signOf(hash));
  }
  let squares = 0;
  for (const count of buckets.values()) squares += count * count;
  const length = Math.sqrt(squares);
  for (const [bucket, count] of buckets) {
    if (count === 0) buckets.delete(bucket);
    else buckets.set(bucket, count / length);
  }
  return buckets;
}
