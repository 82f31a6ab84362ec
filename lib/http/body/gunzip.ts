import { RequestError } from "../request_error.ts";
import type { BodyReader } from "./body_reader.ts";
import { tooLarge } from "./too_large.ts";

/** How many bytes are inflated at once. They may become a thousand times as many, which are in memory together. */
const SLICE = 1024;

/**
 * Inflates a body while it is read.
 *
 * @param body The compressed body.
 * @param bytes How many bytes it may have when it is inflated.
 * @returns The inflated body; reading throws a RequestError 400 if it cannot be inflated, and 413 as soon as it is too large.
 */
export function gunzip(body: BodyReader, bytes: number): BodyReader {
  const chunks = inflate(body, bytes);
  return {
    read: async () => (await chunks.next()).value,
    cancel: () => {
      body.cancel(); // at once, as the generator may be waiting for it
      chunks.return(undefined).catch(() => {});
    },
  };
}

async function* inflate(body: BodyReader, bytes: number): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  const { writable, readable } = new DecompressionStream("gzip");
  const [writer, reader] = [writable.getWriter(), readable.getReader()];
  const feeding = feed(body, writer);
  feeding.catch(() => {}); // told at the end
  let rest = bytes;
  try {
    for (;;) {
      const { value } = await reader.read();
      if (value === undefined) break;
      rest -= value.length;
      if (rest < 0) throw tooLarge(bytes);
      yield value as Uint8Array<ArrayBuffer>;
    }
    await feeding;
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw await feeding.catch((reason) => reason) ?? malformed(error);
  } finally {
    body.cancel();
    reader.cancel().catch(() => {});
    writer.abort().catch(() => {});
  }
}

/** Writes slice by slice, as the stream has room; rejects with what is wrong with the body itself. */
async function feed(body: BodyReader, writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>): Promise<void> {
  try {
    for (;;) {
      const chunk = await body.read();
      if (chunk === undefined) break;
      for (let start = 0; start < chunk.length; start += SLICE) {
        await writer.ready;
        await writer.write(chunk.subarray(start, start + SLICE));
      }
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    if (error instanceof RequestError) throw error; // any other one comes from the stream, whose reader knows it too
  }
}

function malformed(cause: unknown): RequestError {
  const detail = "Cannot read the body as its content-encoding is gzip: current value cannot be inflated";
  return new RequestError({ status: 400, title: "Bad Request", detail }, {}, { cause });
}
