/** How many groups of numbers there are. */
const GROUPS = 32;

/** How many numbers the digest of a column takes: the means of its groups, then their weights. */
export const DIGEST_NUMBERS: number = 2 * GROUPS;

/**
 * A digest of numbers after one more of them: 32 groups of neighbors, each with its mean and its weight, which is how many they
 * are, or minus that if they are not all the same. A t-digest with groups of about one size (Dunning and Ertl, "Computing
 * extremely accurate quantiles using t-digests", 2019), made one number at a time.
 *
 * A number that is the mean of a group joins it; any other is a group of its own, and if there are more than 32, the neighbors
 * that make the smallest group become one, those that are nearest where several do. So 32 different numbers are kept as they
 * are; and outliers, however far they are, only ever share the outermost groups.
 *
 * @param digest Means and weights; all 0 before the first number.
 * @param x The number.
 * @returns The new digest.
 */
export function nextDigest(digest: Float64Array, x: number): Float64Array<ArrayBuffer> {
  const next = digest.slice() as Float64Array<ArrayBuffer>;
  let size = 0;
  let place = 0;
  while (size < GROUPS && digest[GROUPS + size] !== 0) {
    if (digest[size] < x) place = size + 1;
    size++;
  }
  if (place < size && digest[place] === x) {
    next[GROUPS + place] += next[GROUPS + place] < 0 ? -1 : 1;
    return next;
  }
  const means = [...digest.subarray(0, place), x, ...digest.subarray(place, size)];
  const weights = [...digest.subarray(GROUPS, GROUPS + place), 1, ...digest.subarray(GROUPS + place, GROUPS + size)];
  if (size === GROUPS) joinSmallest(means, weights);
  next.set(means, 0);
  next.set(weights, GROUPS);
  return next;
}

function joinSmallest(means: number[], weights: number[]): void {
  let [at, least, nearest] = [0, Infinity, Infinity];
  for (let i = 0; i + 1 < means.length; i++) {
    const weight = Math.abs(weights[i]) + Math.abs(weights[i + 1]);
    const distance = means[i + 1] - means[i];
    if (weight < least || weight === least && distance < nearest) [at, least, nearest] = [i, weight, distance];
  }
  means.splice(at, 2, means[at] + (means[at + 1] - means[at]) * (Math.abs(weights[at + 1]) / least));
  weights.splice(at, 2, -least);
}

/**
 * A quartile by a digest, with linear interpolation: numbers of a group that are all the same stand where they are in order, and
 * others all in the middle of their group. Exact as long as there were at most 32 different numbers.
 *
 * @param digest Means and weights.
 * @param count How many numbers there were.
 * @param quartile 1, 2 for the median, or 3.
 * @returns The quartile, or NaN where there were no numbers.
 */
export function quartileOf(digest: Float64Array, count: number, quartile: number): number {
  const place = (count - 1) * quartile / 4;
  let [before, at, value] = [0, -1, NaN];
  for (let i = 0; i < GROUPS && digest[GROUPS + i] !== 0; i++) {
    const [mean, weight] = [digest[i], Math.abs(digest[GROUPS + i])];
    const [first, last] = digest[GROUPS + i] < 0
      ? [before + (weight - 1) / 2, before + (weight - 1) / 2]
      : [before, before + weight - 1];
    if (place <= first) return at < 0 ? mean : value + (place - at) / (first - at) * (mean - value);
    if (place <= last) return mean;
    [before, at, value] = [before + weight, last, mean];
  }
  return value;
}
