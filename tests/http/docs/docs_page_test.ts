import { assertEquals } from "@std/assert";
import { docsPage } from "../../../lib/http/docs/docs_page.ts";
import { html } from "../../../lib/deps/hono.ts";
import { openApi } from "../../../lib/http/schema/open_api.ts";

const document = openApi({ auth: true, openMetrics: false });
const page = await docsPage(document, html`body {}`);

Deno.test("docsPage() has an id for every operation and schema, once, and links only to these", () => {
  const ids = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
  assertEquals(new Set(ids).size, ids.length);
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  for (const { operationId } of operations) assertEquals(ids.includes(operationId), true, operationId);
  for (const name of Object.keys(document.components.schemas)) assertEquals(ids.includes(`schema-${name}`), true, name);
  const links = Array.from(page.matchAll(/href="([^"]+)"/g), ([, link]) => link);
  const inside = links.filter((link) => link.startsWith("#"));
  assertEquals(inside.filter((link) => !ids.includes(link.slice(1))), []);
  assertEquals([...new Set(links)].filter((link) => !link.startsWith("#")).sort(), ["/openapi.json", "data:,"]);
});

Deno.test("docsPage() escapes what the document says", async () => {
  const info = { ...document.info, title: "<script>alert(1)</script>" };
  const text = String(await docsPage({ ...document, info }, html``));
  assertEquals([text.includes("<script"), text.includes("&lt;script&gt;")], [false, true]);
});
