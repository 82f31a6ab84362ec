import type { BodyLimits } from "./body_reader.ts";
import { isStated } from "./is_stated.ts";
import { readBody } from "./read_body.ts";
import { tooLarge } from "./too_large.ts";
import { within } from "./within.ts";

const utf8 = new TextDecoder();

/**
 * Reads the body of a request whole, as UTF-8.
 *
 * @param request The request.
 * @param limits How much is read, and how long all of it is waited for.
 * @returns The text, inflated if it was compressed.
 * @throws {RequestError} As {@linkcode readBody} does.
 */
export function readText(request: Request, limits: BodyLimits): Promise<string> {
  if (!isStated(request, limits.bytes)) return readBody(request, limits).then((bytes) => utf8.decode(bytes));
  return within(request.text(), limits.milliseconds).then((text) => { // which is faster
    if (text.length > limits.bytes) throw tooLarge(limits.bytes);
    return text;
  });
}
