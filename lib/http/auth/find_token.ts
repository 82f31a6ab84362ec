import type { TokenOptions } from "./token_options.ts";

/**
 * Finds the token that a request carries. How long it takes depends on the length of what was sent and on the number of
 * tokens, but neither on their characters, nor on their lengths, nor on which of them it is.
 *
 * @param tokens All tokens.
 * @param sent What the request carries.
 * @returns Its place among the tokens, or -1.
 */
export function findToken(tokens: readonly TokenOptions[], sent: string): number {
  let found = -1;
  for (let i = 0; i < tokens.length; i++) found = differs(tokens[i].token, sent) === 0 ? i : found;
  return found;
}

/** 0 if the texts are the same. Each character that was sent is compared with one of the secret. */
function differs(secret: string, sent: string): number {
  let bits = secret.length ^ sent.length;
  for (let k = 0; k < sent.length; k++) bits |= secret.charCodeAt(k % secret.length) ^ sent.charCodeAt(k);
  return bits;
}
