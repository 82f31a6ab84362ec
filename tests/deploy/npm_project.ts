import { copy } from "../tool/copy.ts";
import { packNpm } from "../tool/pack_npm.ts";
import { outputOf } from "../runtime/output_of.ts";

/**
 * Makes a new folder as npm does: the files of examples/node and examples/bun, this project as the package that is packed for
 * npm, and the packages that both name.
 *
 * @returns The path of the folder.
 */
export async function makeNpmProject(): Promise<string> {
  const folder = await Deno.makeTempDir();
  await packNpm(`${folder}/backstream.tgz`);
  await outputOf("tar", ["xzf", "backstream.tgz"], folder); // into package/
  const dependencies = { ...await dependenciesOf(`${folder}/package/package.json`) };
  for (const example of ["node", "bun"]) {
    const source = new URL(`../../examples/${example}/`, import.meta.url);
    await copy(new URL("serve.ts", source), `${folder}/${example}/serve.ts`);
    Object.assign(dependencies, await dependenciesOf(new URL("package.json", source)));
  }
  delete dependencies["@backstream/backstream"]; // a file, which Deno does not install
  await Deno.writeTextFile(`${folder}/package.json`, JSON.stringify({ type: "module", dependencies }));
  await outputOf(Deno.execPath(), ["install", "--quiet", "--no-lock"], folder);
  await Deno.mkdir(`${folder}/node_modules/@backstream`);
  await Deno.rename(`${folder}/package`, `${folder}/node_modules/@backstream/backstream`);
  return folder;
}

async function dependenciesOf(path: string | URL): Promise<Record<string, string>> {
  return JSON.parse(await Deno.readTextFile(path)).dependencies;
}
