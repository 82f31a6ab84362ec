/**
 * Whether a body is as long as it says, by the protocol, and that is not too long: then it can be read at once.
 *
 * @param request The request.
 * @param most How many bytes it may have.
 * @returns Whether it is.
 */
export function isStated({ headers }: Request, most: number): boolean {
  const length = headers.get("content-length");
  return length !== null && Number(length) <= most && headers.get("transfer-encoding") === null &&
    headers.get("content-encoding") === null; // has() reads all headers on Deno
}
