import { type Context, deleteCookie, getSignedCookie, setSignedCookie } from "../../deps/hono.ts";
import type { Grant } from "../auth/authenticate.ts";
import type { TokenOptions } from "../auth/token_options.ts";

/** How long a session lasts, in seconds. */
const AGE = 12 * 60 * 60;
/** What is signed begins with this, so that it is good for nothing else. */
const PURPOSE = "dashboard until ";

/**
 * Opens a session of the dashboard: a cookie that says until when, signed with the token (HMAC-SHA256). It does not hold the
 * token, no script can read it, no other site's page sends it along, and every instance knows it without keeping it.
 *
 * @param context The request, to whose answer the cookie is added.
 * @param token The token of the session.
 * @param now What time it is, in milliseconds since 1970.
 */
export async function openSession(context: Context, { token }: TokenOptions, now: number = Date.now()): Promise<void> {
  await setSignedCookie(context, cookieName(context), `${PURPOSE}${now + 1000 * AGE}`, token, {
    ...cookieRules(context),
    maxAge: AGE,
  });
}

/**
 * The token of the session that a request belongs to.
 *
 * @param context The request.
 * @param tokens All tokens.
 * @param now What time it is, in milliseconds since 1970.
 * @returns The token's number and scope; undefined if there is no session, or not any more.
 */
export async function readSession(
  context: Context,
  tokens: readonly TokenOptions[],
  now: number = Date.now(),
): Promise<Grant | undefined> {
  const name = cookieName(context);
  for (let i = 0; i < tokens.length; i++) {
    const value = await getSignedCookie(context, tokens[i].token, name) || "";
    if (!value.startsWith(PURPOSE)) continue;
    return Number(value.slice(PURPOSE.length)) > now ? { token: i, scope: tokens[i].scope } : undefined;
  }
}

/**
 * Ends a session: the browser forgets its cookie.
 *
 * @param context The request, to whose answer this is added.
 */
export function closeSession(context: Context): void {
  deleteCookie(context, cookieName(context), cookieRules(context));
}

/**
 * Browsers send a cookie to all ports of a host, where other endpoints may listen. Behind a proxy it is the port in the `Host`
 * that the proxy sends; a host that no browser asks for has none.
 */
function cookieName({ req: { url } }: Context): string {
  const port = URL.canParse(url) ? new URL(url).port : "";
  return port === "" ? "backstream" : `backstream-${port}`;
}

function cookieRules(context: Context) {
  const secure = context.req.url.startsWith("https:") || context.req.header("x-forwarded-proto") === "https";
  return { path: "/", httpOnly: true, sameSite: "Strict", secure } as const;
}
