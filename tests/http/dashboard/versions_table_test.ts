import { assertEquals, assertStringIncludes } from "@std/assert";
import { versionsTable } from "../../../lib/http/dashboard/versions_table.ts";
import { sampleView, textOf } from "./views.ts";

Deno.test("versionsTable() has a form for each version but the one in use", async () => {
  const text = await textOf(versionsTable(sampleView(), true));
  assertEquals(text.match(/<tr>/g)!.length, 3);
  assertEquals([...text.matchAll(/id="back-to-(\d+)"/g)].map((match) => match[1]), ["2"]);
  assertStringIncludes(text, 'action="/dashboard/models/colors/rollback"');
  assertStringIncludes(text, 'aria-label="Go back to version 2"');
  assertStringIncludes(text, '<time datetime="1970-01-01T00:00:20.000Z">1970-01-01 00:00:20 UTC</time>');
  assertStringIncludes(text, "as 1 was");
  assertStringIncludes(text, "in use");
});

Deno.test("versionsTable() has no form where going back is not allowed, and says why", async () => {
  const text = await textOf(versionsTable(sampleView(), false));
  assertEquals(text.includes("<form"), false);
  assertStringIncludes(text, "takes a token of the scope admin");
});

Deno.test("versionsTable() says that there is none", async () => {
  assertStringIncludes(
    await textOf(versionsTable(sampleView({ versions: [] }), true)),
    "No version has been kept yet.",
  );
});
