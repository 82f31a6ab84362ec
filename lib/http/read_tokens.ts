import type { AuthOptions } from "./app_options.ts";

/**
 * The tokens of an app. One with other characters than RFC 6750 has could never be sent.
 *
 * @param auth The options that hold them.
 * @returns At least one token.
 * @throws {TypeError} If there is no token, or one that could never be sent. The message does not tell it.
 */
export function readTokens({ token }: AuthOptions): string[] {
  const tokens = [token].flat();
  if (tokens.length === 0) throw new TypeError("Cannot create app as auth must have a token: current value is []");
  const i = tokens.findIndex((each) => !/^[\w.~+/-]+=*$/.test(each));
  if (i < 0) return tokens;
  throw new TypeError(
    `Cannot create app as token ${
      i + 1
    } must be letters, digits and -._~+/: current value has other characters or none`,
  );
}
