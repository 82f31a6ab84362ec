import type { AuthOptions, Scope, TokenOptions } from "./token_options.ts";

const SCOPES: readonly Scope[] = ["predict", "learn", "admin"];

/**
 * The tokens of an app. One with other characters than RFC 6750 has could never be sent.
 *
 * @param auth The options that hold them.
 * @returns At least one token.
 * @throws {TypeError} If there is no token, one that could never be sent, or one twice. The message does not tell it.
 * @throws {RangeError} If a scope is none.
 */
export function readTokens({ token = [], tokens = [] }: AuthOptions): readonly TokenOptions[] {
  const all = [...[token].flat().map((each) => ({ token: each, scope: "admin" as const })), ...tokens];
  if (all.length === 0) throw new TypeError("Cannot create app as auth must have a token: current value is []");
  all.forEach(({ token, scope }, i) => {
    const what = `Cannot create app as token ${i + 1} must`;
    if (typeof token !== "string" || !/^[\w.~+/-]+=*$/.test(token)) {
      throw new TypeError(
        `${what} be letters, digits and -._~+/: current value has other characters or none`,
      );
    }
    if (all.findIndex((other) => other.token === token) < i) {
      throw new TypeError(`${what} differ from those before it: current value is one of them`);
    }
    if (!SCOPES.includes(scope)) {
      throw new RangeError(`${what} have the scope predict, learn or admin: current value is ${JSON.stringify(scope)}`);
    }
  });
  return all;
}
