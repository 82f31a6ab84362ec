import type { Context } from "../deps/hono.ts";
import { jsonErrorPosition } from "./json_error_position.ts";
import { RequestError } from "./request_error.ts";

/** What the body of a request holds. */
export interface JsonBody {
  /** One value, or all of them. */
  readonly values: readonly unknown[];
  /** Whether the body holds one value instead of a list. */
  readonly single: boolean;
}

/**
 * Reads the body of a request: one JSON value, a JSON array, or NDJSON, which has a value on each line that is not blank.
 *
 * @param context The request.
 * @param most How many values it may hold.
 * @returns The values.
 * @throws {RequestError} 415 if the body is neither, 400 if it is malformed, 422 if it is empty, 413 if it holds too many.
 */
export async function readJson(context: Context, most: number): Promise<JsonBody> {
  const type = (context.req.header("content-type") ?? "").split(";")[0].trim().toLowerCase();
  const body = await read(type, context);
  const { length } = body.values;
  if (length >= 1 && length <= most) return body;
  const detail = `Cannot use the body as it must hold 1 to ${most} samples: current value is ${length}`;
  throw new RequestError(
    length === 0
      ? { status: 422, title: "Unprocessable Content", detail }
      : { status: 413, title: "Content Too Large", detail },
  );
}

async function read(type: string, context: Context): Promise<JsonBody> {
  if (type === "application/json") {
    const value = parse(await context.req.text());
    return Array.isArray(value) ? { values: value, single: false } : { values: [value], single: true };
  }
  if (type === "application/x-ndjson") return { values: readLines(await context.req.text()), single: false };
  const current = type === "" ? "missing" : type;
  const detail =
    `Cannot read the body as its content-type must be application/json or application/x-ndjson: current value is ${current}`;
  throw new RequestError({ status: 415, title: "Unsupported Media Type", detail }, {
    accept: "application/json, application/x-ndjson",
  });
}

function readLines(text: string): unknown[] {
  return text.split("\n").flatMap((line, i) => line.trim() === "" ? [] : [parse(line, i + 1)]);
}

function parse(text: string, line?: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const where = line === undefined ? "the body" : `line ${line}`;
    const position = jsonErrorPosition(text);
    const detail = `Cannot read ${where} as it must be JSON: the mistake is at position ${position}`;
    throw new RequestError({
      status: 400,
      title: "Bad Request",
      detail,
      ...line === undefined ? {} : { line },
      position,
    });
  }
}
