import type { BodyReader } from "../body/body_reader.ts";
import type { Row, RowSplitter } from "./row.ts";

/** How rows are gathered into parts. */
export interface PartOptions {
  /** How many rows a part holds at most. */
  readonly rows: number;
  /** How many bytes the rows of a part have at most, if it has more than one. */
  readonly length: number;
  /** Whether parts are always full, so that they are the same whenever the same body is sent; or not kept waiting. */
  readonly full: boolean;
}

/** For how many milliseconds more rows are waited for before those that are there are learned. */
const GRACE = 2;

/**
 * Reads a body as parts of some rows each. In memory are one part and one piece of the body; the next piece is read while
 * a part is worked on.
 *
 * @param body The body.
 * @param splitter Finds the rows.
 * @param options How many rows make a part.
 * @returns The parts; none is empty. It reads no further when it is ended.
 */
export async function* readParts(body: BodyReader, splitter: RowSplitter, options: PartOptions): AsyncGenerator<Row[]> {
  const { rows, length, full } = options;
  let part: Row[] = [];
  let size = 0;
  const take = (): Row[] => {
    const taken = part;
    part = [];
    size = 0;
    return taken;
  };
  const read = () => {
    const next = body.read();
    next.catch(() => {}); // thrown when it is awaited
    return next;
  };
  try {
    for (let next = read();;) {
      if (part.length > 0 && !full && !await settles(next)) yield take();
      const bytes = await next;
      if (bytes !== undefined) next = read();
      const found = bytes === undefined ? splitter.end() : splitter.push(bytes);
      for (const row of found) {
        if (part.length > 0 && size + row.length > length) yield take();
        part.push(row);
        size += row.length;
        if (part.length === rows) yield take();
      }
      if (bytes === undefined) break;
    }
    if (part.length > 0) yield take();
  } finally {
    body.cancel();
  }
}

/** Whether it is there, or soon will be. */
async function settles(next: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => timer = setTimeout(resolve, GRACE, false));
  const isThere = await Promise.race([next.then(() => true, () => true), late]);
  clearTimeout(timer);
  return isThere;
}
