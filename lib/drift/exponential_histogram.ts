/** Numbers that stand for their count, their mean and the sum of their squared distances from it. */
export interface Bucket {
  /** How many there are. */
  readonly count: number;
  /** Their mean. */
  readonly mean: number;
  /** The sum of their squared distances from the mean. */
  readonly squares: number;
}

/** The buckets of one size, the oldest first. */
export interface HistogramRow {
  /** The mean of each. */
  readonly means: readonly number[];
  /** The sum of squared distances of each. */
  readonly squares: readonly number[];
}

/** An exponential histogram: the buckets at place i hold 2^i numbers each, and are older than those at lower places. */
export type Histogram = readonly HistogramRow[];

/**
 * The histogram with one more number. Where there are more than `maxBuckets` of one size, the two oldest become one of
 * the next size (Datar, Gionis, Indyk and Motwani, "Maintaining stream statistics over sliding windows", 2002).
 *
 * It copies the references of the rows, and the numbers of 1 + 1/2 + 1/4 + ... rows on average.
 *
 * @param rows The histogram.
 * @param value The number.
 * @param maxBuckets How many buckets of one size there may be.
 * @returns The new histogram.
 */
export function addToHistogram(rows: Histogram, value: number, maxBuckets: number): Histogram {
  const next = rows.slice();
  let bucket: Bucket = { count: 1, mean: value, squares: 0 };
  for (let i = 0;; i++) {
    const { means, squares } = next[i] ?? { means: [], squares: [] };
    if (means.length < maxBuckets) {
      next[i] = { means: [...means, bucket.mean], squares: [...squares, bucket.squares] };
      return next;
    }
    const all = { means: [...means, bucket.mean], squares: [...squares, bucket.squares] };
    const { count } = bucket;
    bucket = merged(bucketAt(all, 0, count), bucketAt(all, 1, count));
    next[i] = { means: all.means.slice(2), squares: all.squares.slice(2) };
  }
}

/**
 * All buckets, the oldest first.
 *
 * @param rows The histogram.
 * @returns The buckets.
 */
export function bucketsOf(rows: Histogram): Bucket[] {
  const buckets: Bucket[] = [];
  for (let i = rows.length - 1; i >= 0; i--) {
    const count = 2 ** i;
    for (let k = 0; k < rows[i].means.length; k++) buckets.push(bucketAt(rows[i], k, count));
  }
  return buckets;
}

/**
 * The histogram without its oldest buckets.
 *
 * @param rows The histogram.
 * @param count How many buckets go.
 * @returns The new histogram.
 */
export function dropOldest(rows: Histogram, count: number): Histogram {
  const next = rows.slice();
  for (let left = count; next.length > 0;) {
    const { means, squares } = next[next.length - 1];
    if (left < means.length) {
      next[next.length - 1] = { means: means.slice(left), squares: squares.slice(left) };
      break;
    }
    left -= means.length;
    next.pop();
  }
  return next;
}

/**
 * Two buckets as one (Chan, Golub and LeVeque, 1979). The mean of equal means is that mean, to the last bit.
 *
 * @param a A bucket.
 * @param b Another one.
 * @returns The bucket of the numbers of both.
 */
export function merged(a: Bucket, b: Bucket): Bucket {
  const count = a.count + b.count;
  const distance = b.mean - a.mean;
  const share = b.count / count;
  return {
    count,
    mean: mergedMean(a, b),
    squares: a.squares + b.squares + distance * distance * share * a.count,
  };
}

/**
 * The mean of two buckets as one.
 *
 * @param a A bucket.
 * @param b Another one.
 * @returns The mean of the numbers of both.
 */
export function mergedMean(a: Pick<Bucket, "count" | "mean">, b: Pick<Bucket, "count" | "mean">): number {
  return a.mean + (b.mean - a.mean) * (b.count / (a.count + b.count));
}

function bucketAt({ means, squares }: HistogramRow, place: number, count: number): Bucket {
  return { count, mean: means[place], squares: squares[place] };
}
