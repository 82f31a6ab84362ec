import { RequestError } from "../request_error.ts";

/** How deep a description may nest: more than any has, and less than what a recursive function can follow. */
const DEPTH = 64;

/**
 * Refuses JSON that nests so deep that a function that follows it might run out of stack.
 *
 * @param value The JSON.
 * @throws {RequestError} 422 if it nests deeper than 64 levels.
 */
export function requireShallow(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEPTH) {
      const detail = `Cannot use the body as it must nest ${DEPTH} levels deep at most`;
      throw new RequestError({ status: 422, title: "Unprocessable Content", detail });
    }
    level = level.flatMap((item) => typeof item === "object" && item !== null ? Object.values(item) : []);
  }
}
