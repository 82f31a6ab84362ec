import type { Context } from "../../deps/hono.ts";
import { RequestError } from "../request_error.ts";
import { malformedJson } from "./malformed_json.ts";
import { mediaType } from "./media_type.ts";
import { parseJson } from "./parse_json.ts";
import { readText } from "./read_text.ts";
import { statedLength } from "./stated_length.ts";
import { within } from "./within.ts";

/** What the body of a request holds. */
export interface JsonBody {
  /** One value, or all of them. */
  readonly values: readonly unknown[];
  /** Whether the body holds one value instead of a list. */
  readonly single: boolean;
  /** How long it is: in bytes as it came, or in characters. */
  readonly length: number;
  /** Its text, if that was asked for. */
  readonly text?: string;
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
 * @param asText Whether its text is asked for as well. Without, the runtime may parse it, which is faster.
 * @returns The values.
 * @throws {RequestError} 415 if the body is neither, 400 if it is malformed, 422 if it is empty, 413 if it holds too many.
 */
export async function readJson(context: Context, limits: JsonLimits, asText = false): Promise<JsonBody> {
  const type = mediaType(context, ["application/json", "application/x-ndjson"]);
  const { bodyBytes: bytes, bodyMilliseconds: milliseconds, samplesPerRequest: most } = limits;
  const request = context.req.raw;
  const length = asText || type !== "application/json" ? undefined : statedLength(request, bytes);
  if (length === undefined) {
    const text = await readText(request, { bytes, milliseconds });
    const value = type === "application/json" ? parseJson(text) : readLines(text);
    return { ...listOf(value, most), length: text.length, ...asText ? { text } : {} };
  }
  try {
    const value = await within(request.json(), milliseconds);
    return { ...listOf(value, most), length };
  } catch (error) {
    throw error instanceof SyntaxError ? malformedJson(error) : error;
  }
}

function readLines(text: string): unknown[] {
  return text.split("\n").flatMap((line, i) => line.trim() === "" ? [] : [parseJson(line, i + 1)]);
}

function listOf(value: unknown, most: number): Pick<JsonBody, "values" | "single"> {
  const single = !Array.isArray(value);
  const values: unknown[] = single ? [value] : value;
  const { length } = values;
  if (length >= 1 && length <= most) return { values, single };
  const detail = `Cannot use the body as it must hold 1 to ${most} samples: current value is ${length}`;
  throw new RequestError(
    length === 0
      ? { status: 422, title: "Unprocessable Content", detail }
      : { status: 413, title: "Content Too Large", detail },
  );
}
