import { RequestError } from "./request_error.ts";

/**
 * The answer of a server that cannot take a request now.
 *
 * @param reason Why, in the words that follow "as".
 * @returns 503, to be asked again after a second.
 */
export function busy(reason: string): RequestError {
  const detail = `Cannot take the request as ${reason}`;
  return new RequestError({ status: 503, title: "Service Unavailable", detail }, { "retry-after": "1" });
}
