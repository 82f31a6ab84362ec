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
   */
  constructor(problem: Problem, headers: Record<string, string> = {}) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
    this.headers = headers;
  }
}
