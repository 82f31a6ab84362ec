import { assertEquals, assertStringIncludes } from "@std/assert";
import { overviewParts } from "../../../lib/http/dashboard/overview_parts.ts";
import { sampleView, textOf } from "./views.ts";

Deno.test("overviewParts() tell of each model, and of one that cannot be read", async () => {
  const text = await textOf(overviewParts([sampleView(), { name: "broken", problem: "It is <damaged>." }]).models);
  assertEquals(text.match(/<tr>/g)!.length, 3);
  assertStringIncludes(text, '<a id="to-colors" href="/dashboard/models/colors">colors</a>');
  for (const cell of ["40", "4", "90.0 % accuracy", "12", "2.0 KiB"]) assertStringIncludes(text, `>${cell}</td>`);
  assertStringIncludes(text, "It is &lt;damaged&gt;.");
});

Deno.test("overviewParts() say that there is no model", async () => {
  assertStringIncludes(await textOf(overviewParts([]).models), "There is no model yet.");
});
