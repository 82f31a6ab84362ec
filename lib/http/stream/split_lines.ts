/**
 * Takes a line without its end. What was read of a line that is too long is not told.
 *
 * @param text Its text; empty if it is too long.
 * @param number Its number, from 1 on.
 * @param tooLong Whether it has more characters than a line may have; the rest of it is left out.
 */
export type TakeLine = (text: string, number: number, tooLong: boolean) => void;

/** Finds lines in a text that comes in pieces. */
export interface LineSplitter {
  /** Hands on the lines that end in this piece. */
  push(piece: string): void;
  /** Hands on the line that ends with the text, if there is one. */
  end(): void;
}

const CARRIAGE_RETURN = 13;

/**
 * Makes a splitter of lines, which end with LF or CR LF. It remembers one line at most, and of one that is too long only
 * that.
 *
 * @param most How many characters a line may have.
 * @param take What lines are handed to.
 * @returns The splitter.
 */
export function splitLines(most: number, take: TakeLine): LineSplitter {
  let rest = "";
  let tooLong = false;
  let number = 0;

  const add = (text: string): void => {
    if (tooLong) return;
    rest = rest === "" ? text : rest + text;
    tooLong = rest.length > most;
    if (tooLong) rest = "";
  };
  const finish = (): void => {
    const isLong = tooLong;
    const text = rest.charCodeAt(rest.length - 1) === CARRIAGE_RETURN ? rest.slice(0, -1) : rest;
    rest = "";
    tooLong = false;
    take(text, ++number, isLong);
  };
  return {
    push(piece) {
      let start = 0;
      for (let end; (end = piece.indexOf("\n", start)) >= 0; start = end + 1) {
        add(piece.slice(start, end));
        finish();
      }
      add(piece.slice(start));
    },
    end() {
      if (rest !== "" || tooLong) finish();
    },
  };
}
