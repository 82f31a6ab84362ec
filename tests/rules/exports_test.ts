/** The entry points, the folders of lib and the two import maps say the same. */
import { assertEquals } from "@std/assert";
import { filesUnder } from "./files_under.ts";
import { readConfig, root } from "./deno_json.ts";
import { readImports } from "./read_imports.ts";

const { name, exports, imports } = readConfig();
const standinFolder = new URL("tests/standin/", root);
const { imports: standins } = JSON.parse(Deno.readTextFileSync(new URL("import_map.json", standinFolder))) as {
  imports: Record<string, string>;
};
const subPaths = Object.keys(exports).filter((subPath) => subPath !== ".");

/** The file that the fallback map gives, from the root of the project. */
function mapped(specifier: string): string {
  return new URL(standins[specifier], standinFolder).href.replace(root.href, "");
}

Deno.test("exports name a folder of lib each, by its path", () => {
  assertEquals(exports["."], "./mod.ts");
  for (const subPath of subPaths) assertEquals(exports[subPath], subPath.replace(/^\./, "./lib") + "/mod.ts");
});

Deno.test("every folder of lib but deps is an entry point or a part of mod.ts", async () => {
  const core = (await readImports(["mod.ts"])).filter(({ from }) => from === "mod.ts").map(({ to }) => to);
  const folders = filesUnder("lib").filter((file) => file.endsWith("/mod.ts"));
  const entries = Object.values(exports).map((file) => file.slice("./".length));
  assertEquals(folders.filter((folder) => !core.includes(folder) && !entries.includes(folder)), []);
});

for (const subPath of Object.keys(exports)) {
  Deno.test(`${name}${subPath.slice(1)} resolves to a module that exports something`, async () => {
    assertEquals(Object.keys(await import(name + subPath.slice(1))).length > 0, true);
  });
}

Deno.test("the fallback map maps every entry point to its file", () => {
  for (const [subPath, file] of Object.entries(exports)) {
    assertEquals(mapped(name + subPath.slice(1)), file.slice("./".length));
  }
});

Deno.test("the fallback map has a stand-in for everything from JSR", () => {
  for (const [specifier, target] of Object.entries(imports).filter(([, target]) => target.startsWith("jsr:"))) {
    assertEquals(mapped(specifier), `tests/standin/${specifier.replace("@std/", "")}.ts`);
    assertEquals(Deno.statSync(new URL(mapped(specifier), root)).isFile, true);
    if (target in standins) assertEquals(standins[target], standins[specifier]);
  }
});

Deno.test("the two maps agree on packages from npm", () => {
  const packages = (map: Record<string, string>) =>
    new Set(Object.values(map).flatMap((target) => target.match(/^npm:@?[^@]+@[^/]+/) ?? []));
  assertEquals(packages(standins), packages(imports));
});

Deno.test("lib/deps names packages in the versions of deno.json, and the fallback map knows those from JSR", () => {
  const names = (specifier: string) => specifier.slice(0, specifier.indexOf("@", "npm:@".length));
  for (const file of filesUnder("lib/deps")) {
    for (const [, specifier] of Deno.readTextFileSync(new URL(file, root)).matchAll(/"((?:npm|jsr):[^"]+)"/g)) {
      const same = Object.values(imports).find((target) => names(target) === names(specifier));
      if (same !== undefined) assertEquals(specifier.startsWith(same), true, `${file} has ${specifier}, not ${same}`);
      if (specifier.startsWith("jsr:")) assertEquals(specifier in standins, true, `${specifier} has no stand-in`);
    }
  }
});
