/** What a page or a worker downloads: the bundle, minified and compressed, may shrink but not grow unseen. */
import { assert } from "@std/assert";
import { makeBundle, zippedSize } from "../tool/bundle_size.ts";

const core = JSON.stringify(new URL("../../mod.ts", import.meta.url).href);

const most = {
  [`export { createLearner, sgd } from ${core};`]: 23_500,
  [`export * from ${core};`]: 66_200,
};

for (const [program, bytes] of Object.entries(most)) {
  Deno.test(`the bundle of ${program.split(" from")[0]} has at most ${bytes} bytes after gzip, kernel included`, async () => {
    const size = await zippedSize(await makeBundle(program));
    assert(size <= bytes, `it has ${size}`);
  });
}
