import { RequestError } from "../request_error.ts";
import type { BodyLimits, BodyReader } from "./body_reader.ts";
import { gunzip } from "./gunzip.ts";
import { readPieces } from "./read_pieces.ts";
import { tooLarge } from "./too_large.ts";
import { within } from "./within.ts";

/**
 * Opens the body of a request to be read piece by piece, inflated if it is compressed with gzip.
 *
 * @param request The request.
 * @param limits How much is read, and how long it is waited for.
 * @returns The reader.
 * @throws {RequestError} 415 if it is compressed otherwise, 413 if it says itself that it is too large.
 */
export function openBody(request: Request, limits: BodyLimits): BodyReader {
  const encoding = (request.headers.get("content-encoding") ?? "identity").trim().toLowerCase();
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > limits.bytes) throw tooLarge(limits.bytes);
  if (encoding === "identity" || encoding === "") return readPlain(request, limits);
  if (encoding === "gzip" || encoding === "x-gzip") return gunzip(readPlain(request, limits), limits.bytes);
  const detail = "Cannot read the body as its content-encoding must be gzip or none: current value is another";
  throw new RequestError({ status: 415, title: "Unsupported Media Type", detail }, { "accept-encoding": "gzip" });
}

function readPlain({ body }: Request, { bytes, milliseconds }: BodyLimits): BodyReader {
  if (body === null) return { read: () => Promise.resolve(undefined), cancel: () => {} };
  const pieces = readPieces(body);
  let rest = bytes;
  const cancel = (): void => void pieces.cancel().catch(() => {}); // it may be lost already
  return {
    cancel,
    async read() {
      try {
        const piece = await within(pieces.read(), milliseconds);
        rest -= piece?.length ?? 0;
        if (rest < 0) throw tooLarge(bytes);
        return piece;
      } catch (error) {
        cancel();
        throw error;
      }
    },
  };
}
