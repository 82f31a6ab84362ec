/**
 * F1, the harmonic mean of precision and recall, of one class.
 *
 * @param hits How much of the class was predicted right.
 * @param sides How much of it came true, plus how much was predicted.
 * @returns 2 hits / sides; 0 where both are 0.
 */
export function harmonicMean(hits: number, sides: number): number {
  return sides === 0 ? 0 : 2 * hits / sides;
}
