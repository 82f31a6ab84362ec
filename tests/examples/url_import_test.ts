import { assertEquals } from "@std/assert";
import { runExample } from "./run_example.ts";

Deno.test("examples/url_import.ts learns a line with modules imported by URL", async () => {
  assertEquals(await runExample("url_import"), ["3 x 10 + 1 is about 31.00"]);
});
