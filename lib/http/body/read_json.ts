import type { Context } from "../../deps/hono.ts";
import { type BoundedList, boundedList } from "./bounded_list.ts";
import { mediaType } from "./media_type.ts";
import { parseJson } from "./parse_json.ts";
import { readText } from "./read_text.ts";

/** What kinds of body {@linkcode readJson} reads. */
export const JSON_TYPES = ["application/json", "application/x-ndjson"] as const;

/** What the body of a request holds. */
export interface JsonBody extends BoundedList {
  /** The body. */
  readonly text: string;
}

/** How much of a body is read. */
export interface JsonLimits {
  /** How many bytes it may have. */
  readonly bodyBytes: number;
  /** How many milliseconds it may take. */
  readonly bodyMilliseconds: number;
  /** How many values it may hold. */
  readonly samplesPerRequest: number;
}

/**
 * Reads the body of a request whole: one JSON value, a JSON array, or NDJSON, which has a value on each line that is not
 * blank.
 *
 * @param context The request.
 * @param limits How much of it is read.
 * @returns The values.
 * @throws {RequestError} 415 if the body is neither, 400 if it is malformed, 422 if it is empty, 413 if it holds too many.
 */
export async function readJson(context: Context, limits: JsonLimits): Promise<JsonBody> {
  const type = mediaType(context, JSON_TYPES);
  const { bodyBytes, bodyMilliseconds, samplesPerRequest } = limits;
  const text = await readText(context.req.raw, { bytes: bodyBytes, milliseconds: bodyMilliseconds });
  const value = type === "application/json" ? parseJson(text) : readLines(text);
  return { ...boundedList(value, samplesPerRequest), text };
}

function readLines(text: string): unknown[] {
  return text.split("\n").flatMap((line, i) => line.trim() === "" ? [] : [parseJson(line, i + 1)]);
}
