/** A line as it lies among other bytes. */
export interface Line {
  /** The bytes. */
  readonly bytes: Uint8Array;
  /** Where it begins. */
  readonly start: number;
  /** Where it ends, behind LF; where it begins, if it is too long. */
  readonly end: number;
}

/** Finds lines in bytes that come in pieces. */
export interface LineSplitter {
  /** Hands on the lines that end in this piece. */
  push(piece: Uint8Array): void;
  /** Hands on the line that ends with the body, if there is one. */
  end(): void;
}

/**
 * Takes a line of which only the beginning is known, if it finds the end by itself; that there is one before the piece ends is
 * sure. Returns the place behind its LF; -1 if it has not taken it.
 */
export type TryLine = (bytes: Uint8Array, start: number, number: number) => number;

const LINE_FEED = 10;
/** A line that comes in pieces gets this much room at first. */
const ROOM = 1024;

/**
 * Makes a splitter of lines, which end with LF or CR LF. It remembers one line at most, and of one that is too long only
 * that.
 *
 * @param most How many bytes a line may have, without LF.
 * @param take What lines are handed to, with their numbers from 1 on. A line lasts until it returns.
 * @param tryLine What is asked before the end of a line is looked for, as to look for it takes longer than to come upon it.
 * @returns The splitter.
 */
export function splitLines(
  most: number,
  take: (line: Line, number: number) => void,
  tryLine: TryLine = () => -1,
): LineSplitter {
  let rest: Uint8Array = new Uint8Array(0); // room for a line that is not at its end
  let length = 0;
  let number = 0;
  const line = { bytes: rest, start: 0, end: 0 };

  const add = (bytes: Uint8Array): void => {
    const end = length + bytes.length;
    if (end <= most + 1) {
      if (end > rest.length) rest = withRoom(rest, Math.max(end, 2 * rest.length, ROOM));
      rest.set(bytes, length);
    }
    length = end;
  };
  const finish = (bytes: Uint8Array, start: number, end: number): void => {
    line.bytes = bytes;
    line.start = start;
    line.end = end - start > most + 1 ? start : end;
    take(line, ++number);
  };
  const finishRest = (bytes: Uint8Array): void => {
    add(bytes);
    const end = length;
    length = 0;
    if (end <= most + 1 && tryLine(rest, 0, number + 1) >= 0) number++;
    else finish(rest, 0, end);
  };
  return {
    push(piece) {
      const last = piece.lastIndexOf(LINE_FEED) + 1;
      for (let start = 0, end = 0; start < last; start = end) {
        end = length > 0 ? -1 : tryLine(piece, start, number + 1);
        if (end >= 0) {
          number++;
          continue;
        }
        end = piece.indexOf(LINE_FEED, start) + 1;
        if (length > 0) finishRest(piece.subarray(start, end));
        else finish(piece, start, end);
      }
      if (last < piece.length) add(piece.subarray(last));
    },
    end() {
      if (length > 0) finishRest(Uint8Array.of(LINE_FEED));
    },
  };
}

function withRoom(bytes: Uint8Array, length: number): Uint8Array {
  const longer = new Uint8Array(length);
  longer.set(bytes);
  return longer;
}
