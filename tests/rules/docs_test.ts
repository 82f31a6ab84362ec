/** Everything public is documented, functions and classes with an example, which `deno test --doc` runs. */
import { assertEquals } from "@std/assert";
import { readConfig } from "./deno_json.ts";
import { readDocs } from "./read_docs.ts";

for (const [subPath, file] of Object.entries(readConfig().exports)) {
  Deno.test(`everything public in ${subPath} is documented, functions and classes with an example`, async () => {
    const symbols = await readDocs(file);
    assertEquals(symbols.length > 0, true);
    const silent = symbols.filter(({ doc, tags }) => doc.trim() === "" && tags.length === 0);
    assertEquals(silent.map(({ name, place }) => `${name} at ${place} has no documentation`), []);
    const bare = symbols.filter(({ kind, tags }) => /^(function|class)$/.test(kind) && !tags.includes("example"));
    assertEquals(bare.map(({ name, place }) => `${name} at ${place} has no @example`), []);
  });

  Deno.test(`${subPath} says what it is`, async () => {
    const source = await Deno.readTextFile(new URL(file, import.meta.resolve("../../")));
    assertEquals(/^\/\*\*[^]*?@module\s*\*\//m.test(source), true, `${file} has no @module comment`);
  });
}

Deno.test("readDocs() reads symbols and members, with and without documentation", async () => {
  const file = await Deno.makeTempFile({ suffix: ".ts" });
  await Deno.writeTextFile(
    file,
    [
      "/** One.\n * @example A\n * ```ts\n * one();\n * ```\n */\nexport function one(): void {}",
      "export const two: number = 2;",
      "export interface Three {\n four: number;\n /** Five. */\n five(): void;\n}",
      "/** Six. */\nexport class Six {\n #hidden: number = 1;\n private own: number = 2;\n /** Seven. */\n seven: number = 7;\n}",
      "function inner(): void {}",
    ].join("\n"),
  );
  const symbols = await readDocs(file);
  await Deno.remove(file);
  const summary = symbols.map(({ name, kind, doc, tags }) => [name, kind, doc.trim(), tags.join()].join("|"));
  assertEquals(summary.sort(), [
    "Six.seven|property|Seven.|",
    "Six|class|Six.|",
    "Three.five|method|Five.|",
    "Three.four|property||",
    "Three|interface||",
    "one|function|One.|example",
    "two|variable||",
  ]);
});
