/**
 * base^n for a whole n from 0 on, by repeated squaring: the same bits on every engine (`Math.pow` may differ).
 *
 * @param base Any number.
 * @param n A whole number from 0 on.
 * @returns base^n; 1 for n = 0, whatever the base.
 */
export function integerPower(base: number, n: number): number {
  let result = 1;
  let square = base;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
