/** A field in quotes or without, and what ends it. */
const FIELD = /(?:"([^"]*(?:""[^"]*)*)"|([^",]*))(,|$)/y;

/**
 * The fields of a row of CSV (RFC 4180).
 *
 * @param row The row without the end of its line.
 * @returns The fields; undefined if a quote stands where none may.
 */
export function csvFields(row: string): string[] | undefined {
  if (!row.includes('"')) return row.split(",");
  const fields: string[] = [];
  for (FIELD.lastIndex = 0;;) {
    const match = FIELD.exec(row);
    if (match === null) return undefined;
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2]);
    if (match[3] === "") return fields;
  }
}
