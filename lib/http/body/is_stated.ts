/**
 * Whether a request says how long its body is, and that is not too long: then it can be read at once. Servers refuse requests
 * that have another length than they say (RFC 9112, 6.3); where one does not, the length must be looked at afterward. A
 * transfer coding overrides the length, and some servers let both through.
 *
 * @param request The request.
 * @param most How many bytes it may have.
 * @returns Whether it is.
 */
export function isStated({ headers }: Request, most: number): boolean {
  const length = headers.get("content-length");
  if (length === null || !/^\d+$/.test(length) || Number(length) > most) return false;
  return headers.get("content-encoding") === null && headers.get("transfer-encoding") === null; // has() reads all on Deno
}
