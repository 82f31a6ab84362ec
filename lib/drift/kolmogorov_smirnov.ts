/** How far two samples differ. */
export interface KolmogorovSmirnov {
  /** D: the largest difference of their empirical distribution functions. */
  readonly statistic: number;
  /** The probability of a D as large as this or larger, if both came from one continuous distribution. */
  readonly pValue: number;
}

/**
 * The test of Kolmogorov and Smirnov of two samples of the same size n, two-sided, with its exact p-value. For a D of
 * h / n
 *
 * p = 2 sum_{k >= 1} (-1)^{k-1} C(2n, n - k h) / C(2n, n)
 *
 * (Gnedenko and Korolyuk, 1951): the share of paths of n steps up and n down that reach the height h or -h. It is
 * summed from the last term on, each ratio to the term before a product of h fractions. Where values are equal, p is an
 * upper bound. Takes time in n log n.
 *
 * @param a One sample; not empty.
 * @param b Another one, of the same size.
 * @returns The statistic and its p-value.
 */
export function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): KolmogorovSmirnov {
  const n = a.length;
  const height = largestLead(Float64Array.from(a).sort(), Float64Array.from(b).sort());
  if (height === 0) return { statistic: 0, pValue: 1 };
  let share = 0;
  for (let k = Math.floor(n / height); k >= 1; k--) {
    let ratio = 1;
    for (let j = (k - 1) * height + 1; j <= k * height; j++) ratio *= (n - j + 1) / (n + j);
    share = ratio * (1 - share);
  }
  return { statistic: height / n, pValue: Math.min(1, 2 * share) };
}

/** By how many values one sorted sample is ahead of the other at most. */
function largestLead(a: Float64Array, b: Float64Array): number {
  let [i, j, lead] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i], b[j]);
    while (a[i] === value) i++;
    while (b[j] === value) j++;
    lead = Math.max(lead, Math.abs(i - j));
  }
  return lead;
}
