/** An answer that says what went wrong, as RFC 9457 has it. */
export interface Problem {
  /** The status of the answer. */
  readonly status: number;
  /** What kind of problem it is, in the words of the status. */
  readonly title: string;
  /** What went wrong this time. */
  readonly detail?: string;
  /** Further members: `field`, `rule`, `value` and `index` of a sample that cannot be used, `line` and `position` of a body. */
  readonly [member: string]: unknown;
}

/**
 * Makes the answer to a request that failed: `application/problem+json`, never to be cached.
 *
 * @param problem What went wrong.
 * @param headers Further headers.
 * @returns The answer.
 */
export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: "about:blank", ...problem }), {
    status: problem.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
