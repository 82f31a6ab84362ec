/** What is wrong with a sample. */
export interface SampleProblem {
  /** The field, as a path from the sample: `features[3]`, `target`. */
  readonly field: string;
  /** What it must be, after the words "as it must". */
  readonly rule: string;
  /** What it is. */
  readonly value: unknown;
  /** The place of the sample among those given at once, from 0 on, where there are several. */
  readonly index?: number;
}

/**
 * Thrown when a sample cannot be used: it names the field, the value it holds and, among several samples, the place of
 * the sample. A stream catches it to skip and count bad samples, an endpoint to answer with the place of the mistake.
 *
 * @example Usage
 * ```ts
 * import { createNetwork, predict, SampleError } from "@backstream/backstream";
 * import { assertThrows } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 2, layers: [{ units: 1 }] });
 * assertThrows(
 *   () => predict(network, [1, NaN]),
 *   SampleError,
 *   "Cannot use input[1] as it must be a finite number: current value is NaN",
 * );
 * ```
 */
export class SampleError extends RangeError {
  /** The name of the class. */
  override readonly name = "SampleError";
  /** The field, as a path from the sample. */
  readonly field: string;
  /** What the field must be. */
  readonly rule: string;
  /** What the field is. */
  readonly value: unknown;
  /** The place of the sample among those given at once, from 0 on, or undefined. */
  readonly index: number | undefined;

  /**
   * Makes the error and its message.
   *
   * @param problem What is wrong, and where.
   */
  constructor(problem: SampleProblem) {
    const { field, rule, value, index } = problem;
    const path = index === undefined ? field : `samples[${index}].${field}`;
    super(`Cannot use ${path} as it must ${rule}: current value is ${describe(value)}`);
    this.field = field;
    this.rule = rule;
    this.value = value;
    this.index = index;
  }

  /**
   * The same error, saying which of several samples is meant.
   *
   * @param index The place of the sample, from 0 on.
   * @returns A new error.
   */
  at(index: number): SampleError {
    return new SampleError({ field: this.field, rule: this.rule, value: this.value, index });
  }
}

/** A value in a few characters. */
function describe(value: unknown): string {
  if (typeof value === "string") return shorten(JSON.stringify(value));
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return shorten(String(value));
  // Parsed JSON may hold anything under the name of length, even what cannot be turned into text.
  if ("length" in value && typeof value.length === "number") return `an array of length ${value.length}`;
  return shorten(`an object with keys ${Object.keys(value).join(", ")}`);
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}
