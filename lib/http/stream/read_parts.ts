import type { BodyReader } from "../body/body_reader.ts";
import { joinRows, lengthOf, type RowList, type RowSplitter } from "./row_list.ts";

/** How rows are gathered into parts. */
export interface PartOptions {
  /** How many rows a part holds at most. */
  readonly rows: number;
  /** How many bytes the rows of a part have at most, if it has more than one. */
  readonly length: number;
  /** Whether parts are always full, so that they are the same whenever the same body is sent; or not kept waiting. */
  readonly full: boolean;
}

/** What a part has so far. */
interface Size {
  readonly rows: number;
  readonly length: number;
}

/** So many bytes are split at once: rows that are not worked on yet are copied by each collection of garbage. */
const PIECE = 2 ** 16;
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
export async function* readParts(
  body: BodyReader,
  splitter: RowSplitter,
  options: PartOptions,
): AsyncGenerator<RowList> {
  let part: RowList[] = [];
  let size: Size = { rows: 0, length: 0 };
  const take = (): RowList => {
    const rows = joinRows(part);
    part = [];
    size = { rows: 0, length: 0 };
    return rows;
  };
  const read = () => {
    const next = body.read();
    next.catch(() => {}); // thrown when it is awaited
    return next;
  };
  try {
    for (let next = read();;) {
      if (part.length > 0 && !options.full && !await settles(next)) yield take();
      const bytes = await next;
      if (bytes !== undefined) next = read();
      for (let at = 0; at < (bytes?.length ?? 1); at += PIECE) {
        const found = bytes === undefined ? splitter.end() : splitter.push(bytes.subarray(at, at + PIECE));
        for (let from = 0; from < found.length;) {
          const { to, size: after } = endOfPart(size, found, from, options);
          if (to > from) part.push(found.slice(from, to));
          size = after;
          from = to;
          if (from < found.length || size.rows === options.rows) yield take();
        }
      }
      if (bytes === undefined) break;
    }
    if (part.length > 0) yield take();
  } finally {
    body.cancel();
  }
}

/** How far rows fit into a part of some size, and its size then. No part of the generator, as V8 makes that slower. */
function endOfPart(size: Size, found: RowList, from: number, most: PartOptions): { to: number; size: Size } {
  let { rows, length } = size;
  let to = from;
  for (; to < found.length && rows < most.rows; to++) {
    const next = length + lengthOf(found, to);
    if (next > most.length && rows > 0) break;
    length = next;
    rows++;
  }
  return { to, size: { rows, length } };
}

/** Whether it is there, or soon will be. */
async function settles(next: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => timer = setTimeout(resolve, GRACE, false));
  const isThere = await Promise.race([next.then(() => true, () => true), late]);
  clearTimeout(timer);
  return isThere;
}
