import { assertEquals, assertStringIncludes } from "@std/assert";
import { loginPage } from "../../../lib/http/dashboard/login_page.ts";
import { textOf } from "./views.ts";

Deno.test("loginPage() asks for a token, and follows nothing", async () => {
  const { main, isSignedIn, follow } = loginPage("/dashboard/models/iris");
  const text = await textOf(main);
  assertEquals([isSignedIn, follow, text.includes('role="alert"')], [false, undefined, false]);
  assertStringIncludes(text, 'action="/dashboard/login"');
  assertStringIncludes(text, '<label for="token">Token</label>');
  assertStringIncludes(text, 'value="/dashboard/models/iris"');
});

Deno.test("loginPage() says what was wrong, in words that cannot be markup", async () => {
  const text = await textOf(loginPage('/"><b>', "no <i>").main);
  assertStringIncludes(text, 'value="/&quot;&gt;&lt;b&gt;"');
  assertStringIncludes(text, 'role="alert">no &lt;i&gt;</p>');
  assertStringIncludes(text, 'aria-describedby="about fault"');
});
