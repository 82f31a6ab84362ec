/**
 * How much of the errors of a reference is avoided: 1 - (1 - p) / (1 - q).
 *
 * @param accuracy p.
 * @param reference q, the accuracy of the reference.
 * @returns The share, 1 at most; below 0 where the reference is better; 0 where neither errs.
 */
export function kappa(accuracy: number, reference: number): number {
  return accuracy === 1 && reference === 1 ? 0 : 1 - (1 - accuracy) / (1 - reference);
}
