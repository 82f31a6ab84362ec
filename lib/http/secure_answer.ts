const DOCUMENT: readonly [name: string, value: string][] = [
  ["x-content-type-options", "nosniff"],
  ["cache-control", "no-store"],
  ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["referrer-policy", "no-referrer"],
  ["strict-transport-security", "max-age=15552000; includeSubDomains"],
  ["x-frame-options", "DENY"],
  ["x-permitted-cross-domain-policies", "none"],
];

/**
 * Sets the security headers of an answer, which tell browsers to take it for what it says it is, to run nothing and to be
 * framed by nobody, and caches not to keep it; what it says itself is kept, as by a page that runs something. The JSON that a
 * `POST` is answered with is kept by no cache anyway (RFC 9110, 9.3.3) and never shown as a document, so that it has only what
 * keeps it from being taken for one: each header costs about as much time as the prediction of a small network.
 *
 * @param method The method of the request.
 * @param headers The headers of the answer.
 */
export function secureAnswer(method: string, headers: Headers): void {
  if (method === "POST" && headers.get("content-type") === "application/json") {
    headers.set("x-content-type-options", "nosniff");
    return;
  }
  for (const [name, value] of DOCUMENT) if (!headers.has(name)) headers.set(name, value);
}
