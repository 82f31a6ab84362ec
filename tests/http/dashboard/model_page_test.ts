import { assertEquals, assertStringIncludes } from "@std/assert";
import { html } from "../../../lib/deps/hono.ts";
import { modelPage } from "../../../lib/http/dashboard/model_page.ts";
import { sampleView, textOf } from "./views.ts";

const options = { isSignedIn: true, mayRollback: true };

Deno.test("modelPage() has a place for each part that changes, and follows them", async () => {
  const { title, main, isSignedIn, follow } = modelPage(sampleView(), options);
  assertEquals([title, isSignedIn, follow], ["colors", true, "/dashboard/models/colors/events"]);
  const text = await textOf(main);
  for (const id of ["numbers", "curve", "versions", "spoken", "live", "pause", "prediction"]) {
    assertEquals([id, text.split(`id="${id}"`).length], [id, 2]);
  }
  assertEquals(text.includes('class="notice"'), false);
});

Deno.test("modelPage() shows what has been done, and what came of the form", async () => {
  const filled = new URLSearchParams({ "input.0": '4"' });
  const answer = html`<p>four</p>`;
  const text = await textOf(modelPage(sampleView(), { ...options, notice: "Went <back>.", filled, answer }).main);
  assertStringIncludes(text, 'role="status">Went &lt;back&gt;.</p>');
  assertStringIncludes(text, 'value="4&quot;"');
  assertStringIncludes(text, "<p>four</p>");
});
