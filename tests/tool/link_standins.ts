import { copy } from "./copy.ts";

const root = new URL("../../", import.meta.url);
const published = ["mod.ts", "lib", "LICENSE", "README.md"];

/**
 * Copies what is published of this project into the folder, with the stand-ins as the packages that it takes from JSR:
 * `deno publish` reads no import map for those, and so would need JSR even for a dry run.
 *
 * @param folder An empty folder.
 * @returns The folder of the copy.
 */
export async function linkStandins(folder: string): Promise<string> {
  const config = JSON.parse(await Deno.readTextFile(new URL("deno.json", root)));
  const names = Object.keys(config.imports).filter((name) => config.imports[name].startsWith("jsr:"));
  for (const name of names) {
    const version = config.imports[name].match(/\d+\.\d+\.\d+$/)[0];
    const exports = `./${name.replace("@std/", "")}.ts`;
    await copy(new URL("tests/standin", root), `${folder}/${name}`);
    await writeJson(`${folder}/${name}/deno.json`, { name, version, exports, imports: config.imports });
  }
  const links = names.map((name) => `../${name}`);
  for (const part of published) await copy(new URL(part, root), `${folder}/package/${part}`);
  await writeJson(`${folder}/package/deno.json`, { ...config, links });
  return `${folder}/package`;
}

function writeJson(path: string, value: unknown): Promise<void> {
  return Deno.writeTextFile(path, JSON.stringify(value));
}
