import { RequestError } from "../request_error.ts";

/**
 * The error for a body that the runtime has parsed itself, in its own words, as the text is not there any more. They may show
 * what stands around the mistake, and in V8 most tell where that is.
 *
 * @param error What the runtime threw.
 * @returns A 400; `position` tells where the mistake is, if that is known.
 */
export function malformedJson({ message }: SyntaxError): RequestError {
  const words = message.slice(0, 120).replaceAll("\ufeff", "U+FEFF"); // nobody would see it
  const detail = `Cannot read the body as it must be JSON: ${words}`;
  const [, position] = / at position (\d+)/.exec(message) ?? [];
  const place = position === undefined ? {} : { position: Number(position) };
  return new RequestError({ status: 400, title: "Bad Request", detail, ...place });
}
