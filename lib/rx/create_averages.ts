/** The mean of all numbers so far and of the newest ones. */
export interface Averages {
  /** Takes one more number, in constant time. */
  add(value: number): void;
  /** The mean of all numbers; NaN before the first. */
  total(): number;
  /** The mean of the newest numbers; NaN before the first. */
  rolling(): number;
}

/**
 * Makes running means over everything and over a window.
 *
 * The sum over the window is taken anew each time the window has been gone through, so that rounding errors do not grow
 * with the length of the stream and a number that is not finite is forgotten.
 *
 * @param window How many numbers the rolling mean looks back on.
 * @returns The means.
 */
export function createAverages(window: number): Averages {
  const newest = new Float64Array(window);
  let count = 0;
  let sum = 0;
  let rollingSum = 0;
  return {
    add(value) {
      const place = count++ % window;
      sum += value;
      rollingSum += value - newest[place];
      newest[place] = value;
      if (place === window - 1) rollingSum = newest.reduce((total, each) => total + each, 0);
    },
    total: () => sum / count,
    rolling: () => rollingSum / Math.min(count, window),
  };
}
