import { assertEquals, assertStringIncludes } from "@std/assert";
import { overviewPage } from "../../../lib/http/dashboard/overview_page.ts";
import { sampleView, textOf } from "./views.ts";

Deno.test("overviewPage() has the table of models, and follows it", async () => {
  const { title, main, isSignedIn, follow } = overviewPage([sampleView()], true);
  assertEquals([title, isSignedIn, follow], ["Models", true, "/dashboard/events"]);
  const text = await textOf(main);
  for (const id of ["models", "live", "pause"]) assertStringIncludes(text, `id="${id}"`);
  assertStringIncludes(text, "/dashboard/models/colors");
});
