import type { BodyLimits } from "./body_reader.ts";
import { isStated } from "./is_stated.ts";
import { joinBytes } from "./join_bytes.ts";
import { openBody } from "./open_body.ts";
import { tooLarge } from "./too_large.ts";
import { within } from "./within.ts";

/**
 * Reads the body of a request whole.
 *
 * @param request The request.
 * @param limits How much is read, and how long all of it is waited for.
 * @returns The bytes, inflated if they were compressed.
 * @throws {RequestError} 408, 413, 415, 400 or 503, as for {@linkcode openBody} and its reader.
 */
export async function readBody(request: Request, limits: BodyLimits): Promise<Uint8Array<ArrayBuffer>> {
  if (isStated(request, limits.bytes)) { // which is faster
    const bytes = await within(request.arrayBuffer(), limits.milliseconds);
    if (bytes.byteLength > limits.bytes) throw tooLarge(limits.bytes);
    return new Uint8Array(bytes);
  }
  const body = openBody(request, limits);
  const chunks: Uint8Array[] = [];
  const read = async (): Promise<void> => {
    for (let chunk; (chunk = await body.read()) !== undefined;) chunks.push(chunk);
  };
  try {
    await within(read(), limits.milliseconds);
  } finally {
    body.cancel();
  }
  return joinBytes(chunks);
}
