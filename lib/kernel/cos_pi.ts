/**
 * cos(pi t) in float64 for t from 0 to 1, from basic arithmetic alone: the same bits on every engine.
 *
 * @param t A number from 0 to 1.
 * @returns cos(pi t), with an absolute error below 1e-15.
 */
export function cosPi(t: number): number {
  if (t > 0.5) return -cosPi(1 - t);
  const square = (Math.PI * t) * (Math.PI * t);
  // The Taylor series in nested form: 1 - x^2/(1 2) (1 - x^2/(3 4) (1 - ...)).
  let sum = 1;
  for (let n = 24; n >= 2; n -= 2) sum = 1 - sum * square / ((n - 1) * n);
  return sum;
}
