/**
 * A name for a request that no other has.
 *
 * @returns 32 characters; also on pages without TLS, where `crypto.randomUUID` is missing.
 */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
