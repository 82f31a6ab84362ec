/** Numbers that stand for their count, their mean and the sum of their squared distances from it. */
export interface Bucket {
  /** How many there are. */
  readonly count: number;
  /** Their mean. */
  readonly mean: number;
  /** The sum of their squared distances from the mean. */
  readonly squares: number;
}

/** Several buckets: what {@linkcode Bucket} holds, of each. */
export interface Buckets {
  /** How many numbers there are in each. */
  readonly counts: readonly number[];
  /** The mean of each. */
  readonly means: readonly number[];
  /** The sum of squared distances of each. */
  readonly squares: readonly number[];
}

/** The buckets of one size, the oldest first. */
export interface HistogramRow {
  /** The mean of each. */
  readonly means: readonly number[];
  /** The sum of squared distances of each. */
  readonly squares: readonly number[];
}

const EMPTY: HistogramRow = { means: [], squares: [] };

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
    const row = next[i] ?? EMPTY;
    const isFull = row.means.length === maxBuckets;
    next[i] = rowOf(row, bucket, isFull ? 2 : 0);
    if (!isFull) return next;
    const { count } = bucket;
    bucket = merged(bucketAt(row, 0, count), maxBuckets === 1 ? bucket : bucketAt(row, 1, count));
  }
}

/** The buckets of a row from one on, and one more. */
function rowOf(row: HistogramRow, { mean, squares }: Bucket, from: number): HistogramRow {
  if (from > row.means.length) return EMPTY;
  return { means: withLast(row.means, from, mean), squares: withLast(row.squares, from, squares) };
}

/** A loop, as V8's `concat` takes longer than all else for a few numbers, and what is pushed to has much left over. */
function withLast(list: readonly number[], from: number, last: number): number[] {
  const next = new Array<number>(list.length - from + 1);
  for (let k = from; k < list.length; k++) next[k - from] = list[k];
  next[list.length - from] = last;
  return next;
}

/**
 * All buckets, the oldest first.
 *
 * @param rows The histogram.
 * @returns The buckets by columns, as an object for each makes an object of each number as well.
 */
export function bucketsOf(rows: Histogram): Buckets {
  const buckets = { counts: [] as number[], means: [] as number[], squares: [] as number[] };
  let count = 2 ** rows.length;
  for (let i = rows.length - 1; i >= 0; i--) {
    const { means, squares } = rows[i];
    count /= 2;
    for (let k = 0; k < means.length; k++) {
      buckets.counts.push(count);
      buckets.means.push(means[k]);
      buckets.squares.push(squares[k]);
    }
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
    mean: a.mean + distance * share,
    squares: a.squares + b.squares + distance * distance * share * a.count,
  };
}

function bucketAt({ means, squares }: HistogramRow, place: number, count: number): Bucket {
  return { count, mean: means[place], squares: squares[place] };
}
