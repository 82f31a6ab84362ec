import type { Context } from "../deps/hono.ts";
import { RequestError } from "./request_error.ts";

/**
 * Whether a query has a flag: `?name`, `?name=1` and `?name=true` say yes, `?name=0` and `?name=false` no.
 *
 * @param context The request.
 * @param name The name of the flag.
 * @returns Whether it is there.
 * @throws {RequestError} 400 if it says anything else.
 */
export function readFlag(context: Context, name: string): boolean {
  const value = context.req.query(name);
  if (value === undefined || value === "0" || value === "false") return false;
  if (value === "" || value === "1" || value === "true") return true;
  const detail = `Cannot use the query as ${name} must be 0, 1, false or true: current value is another`;
  throw new RequestError({ status: 400, title: "Bad Request", detail });
}
