import { RequestError } from "../request_error.ts";
import { jsonErrorPosition } from "./json_error_position.ts";

/**
 * Parses JSON that a client has sent. Of a name that is given twice in one object the last value counts; a name such as
 * `__proto__` is one like any other.
 *
 * @param text The text.
 * @param line The number of the line that it is, from 1 on; without, it is the body.
 * @returns The value.
 * @throws {RequestError} 400 if it is no JSON; `position` tells where that shows.
 */
export function parseJson(text: string, line?: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const where = line === undefined ? "the body" : `line ${line}`;
    const position = jsonErrorPosition(text);
    const detail = `Cannot read ${where} as it must be JSON: the mistake is at position ${position}`;
    const place = line === undefined ? { position } : { line, position };
    throw new RequestError({ status: 400, title: "Bad Request", detail, ...place });
  }
}
