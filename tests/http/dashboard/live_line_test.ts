import { assertStringIncludes } from "@std/assert";
import { liveLine } from "../../../lib/http/dashboard/live_line.ts";
import { textOf } from "./views.ts";

Deno.test("liveLine() tells what to do without a script, and hides the button that would need one", async () => {
  const text = await textOf(liveLine());
  assertStringIncludes(text, "<noscript>Reload the page to see what is new.</noscript>");
  assertStringIncludes(text, '<button type="button" id="pause" aria-pressed="false" hidden>');
});
