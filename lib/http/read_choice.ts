import type { Context } from "../deps/hono.ts";
import { RequestError } from "./request_error.ts";

/**
 * Which of several a query chooses.
 *
 * @param context The request.
 * @param name The name in the query.
 * @param choices What can be chosen, the default first.
 * @returns The choice.
 * @throws {RequestError} 400 if it is none.
 */
export function readChoice<T extends string>(context: Context, name: string, choices: readonly T[]): T {
  const value = context.req.query(name);
  const choice = value === undefined ? choices[0] : choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  const detail = `Cannot use the query as ${name} must be ${choices.join(", ")}: current value is another`;
  throw new RequestError({ status: 400, title: "Bad Request", detail });
}
