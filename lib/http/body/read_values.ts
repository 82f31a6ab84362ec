import type { Context } from "../../deps/hono.ts";
import { RequestError } from "../request_error.ts";
import { type BoundedList, boundedList } from "./bounded_list.ts";
import { isStated } from "./is_stated.ts";
import { malformedJson } from "./malformed_json.ts";
import { mediaType } from "./media_type.ts";
import { JSON_TYPES, type JsonLimits, readJson } from "./read_json.ts";
import { within } from "./within.ts";

/**
 * Reads what {@linkcode readJson} reads, in less time: JSON of a stated length is parsed by the runtime, which on Deno takes a
 * body that has arrived out of the server as text, without the bytes, the stream and the promises that are made for `text()`.
 * The text is not there afterward, so what is wrong with it is told in the words of the runtime; and Deno does so of a byte
 * order mark, which no JSON may be sent with and others pass over (RFC 8259, 8.1). That a body is as long as it says is left to
 * the server. So it is for routes that change nothing.
 *
 * @param context The request.
 * @param limits How much of it is read.
 * @returns The values.
 * @throws {RequestError} As `readJson` does.
 */
export async function readValues(context: Context, limits: JsonLimits): Promise<BoundedList> {
  const request = context.req.raw;
  const isJson = mediaType(context, JSON_TYPES) === "application/json";
  if (!isJson || !isStated(request, limits.bodyBytes)) return readJson(context, limits);
  try {
    return boundedList(await within(request.json(), limits.bodyMilliseconds), limits.samplesPerRequest);
  } catch (error) {
    const cause = error instanceof RequestError ? error.cause : undefined;
    throw cause instanceof SyntaxError ? malformedJson(cause.message) : error;
  }
}
