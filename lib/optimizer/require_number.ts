/** The range a hyperparameter must lie in. */
export interface NumberRule {
  /** The function it is given to. */
  readonly maker: string;
  /** Its name. */
  readonly field: string;
  /** The rule in words. */
  readonly rule: string;
  /** The rule as a test. */
  readonly holds: (value: number) => boolean;
}

/**
 * Checks a hyperparameter.
 *
 * @param value The number.
 * @param rule Where it belongs, and what it must be.
 * @throws {RangeError} If it is not a finite number, or the rule does not hold.
 */
export function requireNumber(value: number, { maker, field, rule, holds }: NumberRule): void {
  if (typeof value === "number" && Number.isFinite(value) && holds(value)) return;
  const current = typeof value === "number" ? value : JSON.stringify(value) ?? typeof value;
  throw new RangeError(`Cannot create ${maker} as ${field} must be ${rule}: current value is ${current}`);
}

/** The rule that a hyperparameter lies above 0. */
export function above0(maker: string, field: string): NumberRule {
  return { maker, field, rule: "a number above 0", holds: (value) => value > 0 };
}

/** The rule that a hyperparameter is 0 or above. */
export function from0(maker: string, field: string): NumberRule {
  return { maker, field, rule: "a number from 0 on", holds: (value) => value >= 0 };
}

/** The rule that a hyperparameter is a share that is never whole. */
export function below1(maker: string, field: string): NumberRule {
  return { maker, field, rule: "a number from 0 up to, not including, 1", holds: (value) => value >= 0 && value < 1 };
}

/** The rule that a hyperparameter is a number of steps. */
export function steps(maker: string, field: string): NumberRule {
  return { maker, field, rule: "a whole number above 0", holds: (value) => Number.isInteger(value) && value > 0 };
}
