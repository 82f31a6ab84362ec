/**
 * Checks an option that counts something.
 *
 * @param maker The function it is given to.
 * @param field Its name.
 * @param value The number.
 * @throws {RangeError} If it is not a whole number above 0.
 */
export function requireWhole(maker: string, field: string, value: number): void {
  if (Number.isInteger(value) && value > 0) return;
  throw new RangeError(
    `Cannot create ${maker} as ${field} must be a whole number above 0: current value is ${value}`,
  );
}
