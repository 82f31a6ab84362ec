import { assert, assertEquals } from "@std/assert";
import { makeBundle, zippedSize } from "./bundle_size.ts";

Deno.test("makeBundle() leaves out what is not exported, and white space", async () => {
  const bundle = new TextDecoder().decode(await makeBundle("const unused = 'nobody'; export const used = 1 + 1;\n"));
  assert(!bundle.includes("nobody") && bundle.includes("used"), bundle);
});

Deno.test("zippedSize() is that of gzip", async () => {
  assertEquals(await zippedSize(new Uint8Array(0)), 20); // header, an empty block, and the check sum
  assert(await zippedSize(new Uint8Array(1e5)) < 200);
});
