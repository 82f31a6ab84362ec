import type { Problem } from "./problem.ts";

/** Thrown by a route for a request that cannot be served; its problem is the answer. */
export class RequestError extends Error {
  /** The name of the class. */
  override readonly name = "RequestError";
  /** What to answer. */
  readonly problem: Problem;
  /** Further headers of the answer. */
  readonly headers: Record<string, string>;

  /**
   * @param problem What to answer.
   * @param headers Further headers of the answer.
   * @param options The cause, which is reported and never answered.
   */
  constructor(problem: Problem, headers: Record<string, string> = {}, options?: ErrorOptions) {
    super(problem.detail ?? problem.title, options);
    this.problem = problem;
    this.headers = headers;
  }
}
