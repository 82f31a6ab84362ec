/** What an answer with an error says, as RFC 9457 has it. */
export interface Problem {
  /** The status of the answer. */
  readonly status: number;
  /** What kind of problem it is. */
  readonly title: string;
  /** What went wrong this time. */
  readonly detail?: string;
  /** The field of the sample that cannot be used. */
  readonly field?: string;
  /** What that field must be. */
  readonly rule?: string;
  /** The place of the sample among those sent, from 0 on. */
  readonly index?: number;
  /** Further members. */
  readonly [member: string]: unknown;
}

/**
 * Thrown for an answer that is an error. Its problem tells which field of which sample is wrong, where it is about that.
 *
 * @example Usage
 * ```ts
 * import { ProblemError } from "@backstream/backstream/client";
 * import { assertEquals } from "@std/assert";
 *
 * const error = new ProblemError({ status: 422, title: "Unprocessable Content", field: "target" });
 * assertEquals([error.status, error.problem.field, error.message], [422, "target", "Unprocessable Content"]);
 * ```
 */
export class ProblemError extends Error {
  /** The name of the class. */
  override readonly name = "ProblemError";
  /** What the answer says. */
  readonly problem: Problem;

  /** @param problem What the answer says. */
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }

  /** The status of the answer. */
  get status(): number {
    return this.problem.status;
  }
}
