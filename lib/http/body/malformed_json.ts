import { RequestError } from "../request_error.ts";

/**
 * The error for a body that the runtime has parsed itself, in its own words, as the text is not there any more. They may show
 * what stands around the mistake, and in V8 most tell where that is.
 *
 * @param words What the runtime says.
 * @returns A 400; `position` tells where the mistake is, if that is known.
 */
export function malformedJson(words: string): RequestError {
  const shown = words.slice(0, 120).toWellFormed().replaceAll("\ufeff", "U+FEFF"); // a byte order mark is not seen
  const detail = `Cannot read the body as it must be JSON: ${shown}`;
  const [, position] = / JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(words) ?? []; // not what is shown
  const place = position === undefined ? {} : { position: Number(position) };
  return new RequestError({ status: 400, title: "Bad Request", detail, ...place });
}
