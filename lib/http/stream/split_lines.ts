/** A line without its end. */
export interface Line {
  /** Its text; what was read of it if it is too long. */
  readonly text: string;
  /** Its number, from 1 on. */
  readonly number: number;
  /** Whether it has more characters than a line may have; the rest of it is left out. */
  readonly tooLong: boolean;
}

/** Finds lines in a text that comes in pieces. */
export interface LineSplitter {
  /** The lines that end in this piece, found as they are asked for; all of them are to be taken. */
  push(piece: string): Generator<Line>;
  /** The line that ends with the text, if there is one. */
  end(): Generator<Line>;
}

/**
 * Makes a splitter of lines, which end with LF or CR LF. It remembers one line at most, and of one that is too long only
 * that.
 *
 * @param most How many characters a line may have.
 * @returns The splitter.
 */
export function splitLines(most: number): LineSplitter {
  let rest = "";
  let tooLong = false;
  let number = 0;

  const take = (): Line => {
    const line = { text: rest.endsWith("\r") ? rest.slice(0, -1) : rest, number: ++number, tooLong };
    rest = "";
    tooLong = false;
    return line;
  };
  const add = (text: string): void => {
    if (tooLong) return;
    rest = rest === "" ? text : rest + text;
    tooLong = rest.length > most;
    if (tooLong) rest = "";
  };
  return {
    *push(piece) {
      let start = 0;
      for (let end; (end = piece.indexOf("\n", start)) >= 0; start = end + 1) {
        add(piece.slice(start, end));
        yield take();
      }
      add(piece.slice(start));
    },
    *end() {
      if (rest !== "" || tooLong) yield take();
    },
  };
}
