import type { Row } from "./row.ts";
import type { RowList, RowSplitter } from "./row_list.ts";
import type { LineSplitter } from "./split_lines.ts";

/**
 * Makes a splitter that gives the rows of each piece, of one that hands them on one by one.
 *
 * @param begin Begins to split, given what takes a row.
 * @returns The splitter.
 */
export function gatherRows(begin: (add: (row: Row) => void) => LineSplitter): RowSplitter<Row[]> {
  let rows: Row[] = [];
  return takeEach(begin((row) => rows.push(row)), () => {
    const taken = rows;
    rows = [];
    return taken;
  });
}

/**
 * Makes a splitter that gives what was gathered of each piece.
 *
 * @param lines Splits the pieces.
 * @param take Takes what was gathered since it was asked last.
 * @returns The splitter.
 */
export function takeEach<R extends RowList>(lines: LineSplitter, take: () => R): RowSplitter<R> {
  return {
    push(piece) {
      lines.push(piece);
      return take();
    },
    end() {
      lines.end();
      return take();
    },
  };
}
