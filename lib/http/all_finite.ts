/**
 * Whether all numbers are finite.
 *
 * @param numbers The numbers.
 * @returns Whether none is infinite or NaN.
 */
export function allFinite(numbers: ArrayLike<number>): boolean {
  for (let i = 0; i < numbers.length; i++) {
    if (numbers[i] * 0 !== 0) return false; // NaN for a number that is not finite
  }
  return true;
}
