import { assertEquals, assertStringIncludes } from "@std/assert";
import { html } from "../../../lib/deps/hono.ts";
import { answerPage } from "../../../lib/http/dashboard/answer_page.ts";

async function hashOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}

const page = { title: "A <b>", main: html`<p>main</p>`, isSignedIn: true };

Deno.test("answerPage() answers a whole page", async () => {
  const response = await answerPage(page);
  assertEquals([response.status, response.headers.get("content-type")], [200, "text/html; charset=utf-8"]);
  const text = await response.text();
  assertEquals(/^\s*<!doctype html>\s*<html lang="en">/.test(text), true);
  assertStringIncludes(text, "<title>A &lt;b&gt; · Backstream</title>");
  assertEquals(/<main id="main">\s*<p>main<\/p>\s*<\/main>/.test(text), true);
  assertStringIncludes(text, 'action="/dashboard/logout"');
  assertStringIncludes(text, '<body data-follow="">');
});

Deno.test("answerPage() lets in just the style and the script that are in the page", async () => {
  const response = await answerPage(page);
  const text = await response.text();
  const policy = response.headers.get("content-security-policy")!;
  const [, script] = text.match(/<script type="module">(.*?)<\/script>/s)!;
  const [, style] = text.match(/<style>(.*?)<\/style>/s)!;
  assertStringIncludes(policy, `script-src ${await hashOf(script)};`);
  assertStringIncludes(policy, `style-src ${await hashOf(style)} `);
  assertStringIncludes(policy, "default-src 'none'");
  assertEquals(policy.includes("unsafe"), false);
  assertEquals(/ on\w+=| style=/.test(text.replace(script, "")), false);
});

Deno.test("answerPage() says what to follow, and the status, and shows no way out to those who are not in", async () => {
  const response = await answerPage({ ...page, isSignedIn: false, follow: '/e"' }, 401);
  const text = await response.text();
  assertEquals([response.status, text.includes("logout")], [401, false]);
  assertStringIncludes(text, '<body data-follow="/e&quot;">');
});
