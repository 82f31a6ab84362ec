import { html } from "../../deps/hono.ts";
import type { Page } from "./answer_page.ts";

/**
 * The page that asks for a token. It tells nothing of any model.
 *
 * @param next Where to go with it.
 * @param problem What was wrong with the token before.
 * @returns The page.
 */
export function loginPage(next: string, problem?: string): Page {
  const fault = html`<p class="problem" id="fault" role="alert">${problem}</p>`;
  const main = html`
    <form class="card login" method="post" action="/dashboard/login">
        <h1>Sign in</h1>
        <p class="hint" id="about">With a token of this endpoint. What you may do here is what the token is good for.</p>
        <input name="username" value="token" autocomplete="username" hidden>
    <label for="token">Token</label>
        <input id="token" name="token" type="password" autocomplete="current-password" required autofocus
          aria-describedby="about${problem === undefined ? "" : " fault"}">
        <input type="hidden" name="next" value="${next}">
        <button class="main">Sign in</button>
        ${problem === undefined ? "" : fault}
        </form>
  `;
  return { title: "Sign in", main, isSignedIn: false };
}
