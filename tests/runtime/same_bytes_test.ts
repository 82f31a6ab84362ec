/**
 * 2,000 real digits leave the same bytes behind on every runtime, with the SIMD kernel and with the reference. The hashes
 * change only when those of tests/learner/golden_test.ts do.
 */
import { assertEquals } from "@std/assert";
import { learnDigits, type Report } from "./learn_digits.ts";
import { chromiumPath, learnOnChromium } from "./learn_on_chromium.ts";
import { learnOnNode } from "./learn_on_node.ts";
import { learnOnWorkerd } from "./learn_on_workerd.ts";
import { digitBytes, makeProgram } from "./make_program.ts";
import { npmProgram } from "./npm_program.ts";
import { starts } from "./starts.ts";

const hashes = {
  sgd: "a1ec4f2e98941caa3875e42583418a95ba5c91ac101db8de60483aefabeb6684",
  adam: "afb9add326525d322e7f5a2984fb881a5ac12eb87a1058f519380fd01e04a681",
};
const simd: Report = { kernel: "simd", ...hashes };
const reference: Report = { kernel: "reference", ...hashes };

let folder = "";
Deno.test.beforeAll(async () => {
  folder = await makeProgram();
});
Deno.test.afterAll(() => Deno.remove(folder, { recursive: true }));

Deno.test("both kernels leave the bytes that are frozen here on Deno", async () => {
  assertEquals(await learnDigits(digitBytes()), [simd, reference]);
});

// Where there is no Node, Deno puts itself on PATH under that name.
const node = starts("node", "--eval", "process.exit(process.versions.deno ? 1 : 0)");
Deno.test({
  name: `both kernels leave the same bytes on Node${node ? "" : " (ignored: there is no node on PATH)"}`,
  ignore: !node,
  fn: async () => assertEquals(await learnOnNode(folder, "node", "--input-type=module"), [simd, reference]),
});

Deno.test("both kernels leave the same bytes on Bun", async () => {
  const { os, arch } = Deno.build;
  const bun = await npmProgram(`npm:@oven/bun-${os}-${arch === "x86_64" ? "x64" : arch}@^1.4.5`, "bin/bun");
  assertEquals(await learnOnNode(folder, bun), [simd, reference]);
});

Deno.test("both kernels leave the same bytes on workerd, which falls back to the reference until it is given a module", async () => {
  assertEquals(await learnOnWorkerd(folder), [reference, simd, reference]);
});

Deno.test({
  name: `both kernels leave the same bytes in Chromium${chromiumPath ? "" : " (ignored: there is no Chromium)"}`,
  ignore: chromiumPath === undefined,
  fn: async () => assertEquals(await learnOnChromium(folder), [simd, reference]),
});
