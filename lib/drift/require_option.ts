/** The range an option must lie in. */
export interface OptionRule {
  /** The rule in words. */
  readonly rule: string;
  /** The rule as a test. */
  readonly holds: (value: number) => boolean;
}

/**
 * Checks the options of a detector that are numbers.
 *
 * @param maker The function they are given to.
 * @param options Their values.
 * @param rules What each must be.
 * @throws {RangeError} If one is not a finite number, or its rule does not hold.
 */
export function requireOptions<Name extends string>(
  maker: string,
  options: Readonly<Record<Name, number>>,
  rules: Readonly<Record<NoInfer<Name>, OptionRule>>,
): void {
  for (const [name, value] of Object.entries(options) as [Name, number][]) {
    const { rule, holds } = rules[name];
    if (Number.isFinite(value) && holds(value)) continue;
    const current = typeof value === "number" ? value : JSON.stringify(value) ?? typeof value;
    throw new RangeError(`Cannot create ${maker} as ${name} must be ${rule}: current value is ${current}`);
  }
}

/** The rule that an option counts something. */
export const whole: OptionRule = {
  rule: "a whole number above 0",
  holds: (value) => Number.isSafeInteger(value) && value > 0,
};

/** The rule that an option counts something, or nothing. */
export const wholeFrom0: OptionRule = {
  rule: "a whole number from 0 on",
  holds: (value) => Number.isSafeInteger(value) && value >= 0,
};

/** The rule that an option lies above 0. */
export const above0: OptionRule = { rule: "a number above 0", holds: (value) => value > 0 };

/** The rule that an option is 0 or above. */
export const from0: OptionRule = { rule: "a number from 0 on", holds: (value) => value >= 0 };

/** The rule that an option is a probability, and neither 0 nor 1. */
export const between0And1: OptionRule = {
  rule: "a number between 0 and 1",
  holds: (value) => value > 0 && value < 1,
};
