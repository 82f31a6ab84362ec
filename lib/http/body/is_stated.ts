/**
 * Whether a body says how long it is, and that is not too long: then it can be read at once. Servers refuse requests that
 * have another length than they say (RFC 9112, 6.3); where one does not, the length must be looked at afterward.
 *
 * @param request The request.
 * @param most How many bytes it may have.
 * @returns Whether it is.
 */
export function isStated({ headers }: Request, most: number): boolean {
  const length = headers.get("content-length");
  return length !== null && Number(length) <= most && headers.get("content-encoding") === null; // has() reads all on Deno
}
