import { assertEquals } from "@std/assert";
import { linkStandins } from "./link_standins.ts";

Deno.test("linkStandins() copies what is published and links a package for each from JSR", async () => {
  const folder = await Deno.makeTempDir();
  const copy = await linkStandins(folder);
  const names = Array.from(Deno.readDirSync(copy), ({ name }) => name).sort();
  assertEquals(names, ["LICENSE", "README.md", "deno.json", "lib", "mod.ts"]);
  const { links } = JSON.parse(await Deno.readTextFile(`${copy}/deno.json`));
  assertEquals(links, ["../@std/assert", "../@std/csv"]);
  const csv = JSON.parse(await Deno.readTextFile(`${folder}/@std/csv/deno.json`));
  assertEquals([csv.name, csv.version, csv.exports], ["@std/csv", "1.0.6", "./csv.ts"]);
  assertEquals((await Deno.stat(`${folder}/@std/csv/csv.ts`)).isFile, true);
  await Deno.remove(folder, { recursive: true });
});
