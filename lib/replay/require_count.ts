/**
 * Checks how many items are asked for.
 *
 * @param verb What is done with the buffer.
 * @param field What the number is called.
 * @param value The number.
 * @throws {RangeError} If it is not a whole number from 0 on.
 */
export function requireCount(verb: string, field: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new RangeError(
    `Cannot ${verb} buffer as ${field} must be a whole number from 0 on: current value is ${value}`,
  );
}
