/**
 * Checks an option that counts something.
 *
 * @param operator The operator, for the message.
 * @param options The option, under its name.
 * @throws {RangeError} If it is not a whole number above 0.
 */
export function requireWhole(operator: string, options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (Number.isInteger(value) && value > 0) continue;
    throw new RangeError(
      `Cannot create ${operator} as ${name} must be a whole number above 0: current value is ${value}`,
    );
  }
}
