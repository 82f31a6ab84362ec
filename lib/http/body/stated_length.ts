/**
 * How many bytes the body of a request is said to have, so that it can be read at once. Servers refuse requests that have
 * another length than they say (RFC 9112, 6.3; RFC 9113, 8.1.1).
 *
 * @param request The request.
 * @param most How many bytes it may have.
 * @returns The number; undefined if it is not said, or is too large, or the body is compressed.
 */
export function statedLength({ headers }: Request, most: number): number | undefined {
  const stated = headers.get("content-length");
  if (stated === null || headers.get("content-encoding") !== null) return undefined; // has() reads all on Deno
  const length = Number(stated);
  return length <= most ? length : undefined;
}
