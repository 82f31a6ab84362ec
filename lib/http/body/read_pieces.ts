/** A stream that is read piece by piece. */
export interface PieceReader {
  /** The next bytes, or undefined after the last. */
  read(): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Reads no further. */
  cancel(): Promise<void>;
}

/** So many bytes a piece may have at first, and at most: a server gives 64 KiB at a time if it is not asked for more. */
const LEAST = 2 ** 16;
const MOST = 2 ** 18;

/**
 * Reads a stream of bytes. Pieces of one that comes fast are large, as each piece takes time of its own.
 *
 * @param stream The stream.
 * @returns The reader; a piece has memory of its own, at most four times as much as it needs.
 */
export function readPieces(stream: ReadableStream<Uint8Array<ArrayBuffer>>): PieceReader {
  const reader = bytesReader(stream);
  if (reader === undefined) return readAsGiven(stream.getReader());
  let size = LEAST;
  return {
    async read() {
      const { value, done } = await reader.read(new Uint8Array(size));
      if (done) return undefined;
      const isSmall = value.length < size / 4;
      if (value.length === size) size = Math.min(2 * size, MOST);
      else if (isSmall) size = LEAST;
      return isSmall ? value.slice() : value; // or a body of single bytes would hold on to a buffer for each
    },
    cancel: () => reader.cancel(),
  };
}

function readAsGiven(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>): PieceReader {
  return {
    read: async () => (await reader.read()).value,
    cancel: () => reader.cancel(),
  };
}

/** Undefined if the stream takes no buffers to fill. */
function bytesReader(stream: ReadableStream): ReadableStreamBYOBReader | undefined {
  try {
    return stream.getReader({ mode: "byob" });
  } catch {
    return undefined;
  }
}
