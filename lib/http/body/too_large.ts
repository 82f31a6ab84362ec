import { RequestError } from "../request_error.ts";

/**
 * The error for a body that is too large. The connection is closed, as what is left of the body is not read.
 *
 * @param bytes How many bytes it may have.
 * @returns The error, 413.
 */
export function tooLarge(bytes: number): RequestError {
  const detail = `Cannot read the body as it must have ${bytes} bytes at most`;
  return new RequestError({ status: 413, title: "Content Too Large", detail }, { connection: "close" });
}
