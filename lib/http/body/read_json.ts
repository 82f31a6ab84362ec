import type { Context } from "../../deps/hono.ts";
import { RequestError } from "../request_error.ts";
import { mediaType } from "./media_type.ts";
import { parseJson } from "./parse_json.ts";
import { readText } from "./read_text.ts";

/** What the body of a request holds. */
export interface JsonBody {
  /** One value, or all of them. */
  readonly values: readonly unknown[];
  /** Whether the body holds one value instead of a list. */
  readonly single: boolean;
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
  const type = mediaType(context, ["application/json", "application/x-ndjson"]);
  const { bodyBytes, bodyMilliseconds, samplesPerRequest: most } = limits;
  const text = await readText(context.req.raw, { bytes: bodyBytes, milliseconds: bodyMilliseconds });
  const value = type === "application/json" ? parseJson(text) : readLines(text);
  const single = !Array.isArray(value);
  const values: unknown[] = single ? [value] : value;
  const { length } = values;
  if (length >= 1 && length <= most) return { values, single, text };
  const detail = `Cannot use the body as it must hold 1 to ${most} samples: current value is ${length}`;
  throw new RequestError(
    length === 0
      ? { status: 422, title: "Unprocessable Content", detail }
      : { status: 413, title: "Content Too Large", detail },
  );
}

function readLines(text: string): unknown[] {
  return text.split("\n").flatMap((line, i) => line.trim() === "" ? [] : [parseJson(line, i + 1)]);
}
