import type { Context } from "../../deps/hono.ts";
import { RequestError } from "../request_error.ts";

/**
 * What kind of body a request has, without parameters such as the character set, which is UTF-8 for all.
 *
 * @param context The request.
 * @param known The kinds that the route reads.
 * @returns The one that it is.
 * @throws {RequestError} 415 if it is none of them.
 */
export function mediaType<T extends string>(context: Context, known: readonly T[]): T {
  const given = context.req.header("content-type") ?? "";
  const type = known.includes(given as T) ? given : given.split(";")[0].trim().toLowerCase();
  const found = known.find((each) => each === type);
  if (found !== undefined) return found;
  const rule = known.join(known.length === 2 ? " or " : ", ");
  const current = type === "" ? "missing" : type.slice(0, 80);
  const detail = `Cannot read the body as its content-type must be ${rule}: current value is ${current}`;
  throw new RequestError({ status: 415, title: "Unsupported Media Type", detail }, { accept: known.join(", ") });
}
