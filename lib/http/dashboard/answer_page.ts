import { styleSheet } from "../../chart/mod.ts";
import { html, raw } from "../../deps/hono.ts";
import type { Fragment } from "../docs/fragment.ts";
import { pageScript } from "./page_script.ts";
import { pageStyle } from "./page_style.ts";

/** What a page shows. */
export interface Page {
  /** What it is about. */
  readonly title: string;
  /** Its main part. */
  readonly main: Fragment;
  /** Whether there is a session that can be ended. */
  readonly isSignedIn: boolean;
  /** Where the parts come from that change. By default nothing changes. */
  readonly follow?: string;
}

/**
 * Answers with a page. It asks no other host for anything, and its policy lets only this style, this script and the style of
 * the charts work, each known by its hash.
 *
 * @param page What the page shows.
 * @param status The status of the answer.
 * @returns The answer.
 */
export async function answerPage(page: Page, status: number = 200): Promise<Response> {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": await policy(),
    "referrer-policy": "same-origin", // without it forms would not tell where they come from
  };
  return new Response(String(await write(page)), { status, headers });
}

/** A wave in the color of the links. */
const ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='none' " +
  "stroke='%230a66c2' stroke-width='2.5' stroke-linecap='round' d='M2 3c0 7 4 10 12 10'/%3E%3C/svg%3E";

function write({ title, main, isSignedIn, follow = "" }: Page): Fragment {
  const signOut = html`<form method="post" action="/dashboard/logout"><button>Sign out</button></form>`;
  return html`
    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${title} · Backstream</title>
        <link rel="icon" href="${ICON}">
        <style>${raw(pageStyle)}</style>
      </head>
      <body data-follow="${follow}">
        <a class="skip" href="#main">Skip to content</a>
        <header><a class="home" href="/">Backstream</a>${isSignedIn ? signOut : ""}</header>
        <main id="main">${main}</main>
        <script type="module">${raw(pageScript)}</script>
      </body>
    </html>
  `;
}

async function policy(): Promise<string> {
  const [script, style, chart] = await Promise.all([pageScript, pageStyle, styleSheet()].map(hashOf));
  return `default-src 'none'; script-src ${script}; style-src ${style} ${chart}; img-src data:; connect-src 'self'; ` +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
