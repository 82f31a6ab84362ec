/**
 * Goes past white space in a line.
 *
 * @param line Its bytes, of which LF is the last.
 * @param start Where to begin.
 * @returns The place of the next byte that is none; LF is one.
 */
export function skipSpace(line: Uint8Array, start: number): number {
  let at = start;
  for (let byte = line[at]; byte === 32 || byte === 9 || byte === 13;) byte = line[++at];
  return at;
}
