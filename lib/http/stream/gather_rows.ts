import type { Row } from "./row.ts";
import type { RowSplitter } from "./row_list.ts";
import type { LineSplitter } from "./split_lines.ts";

/**
 * Makes a splitter that gives the rows of each piece, of one that hands them on one by one.
 *
 * @param begin Begins to split, given what takes a row.
 * @returns The splitter.
 */
export function gatherRows(begin: (add: (row: Row) => void) => LineSplitter): RowSplitter<Row[]> {
  let rows: Row[] = [];
  const { push, end } = begin((row) => rows.push(row));
  const takeRows = (): Row[] => {
    const taken = rows;
    rows = [];
    return taken;
  };
  return {
    push(piece) {
      push(piece);
      return takeRows();
    },
    end() {
      end();
      return takeRows();
    },
  };
}
