import { copy } from "./copy.ts";

const root = new URL("../../", import.meta.url);
const published = ["mod.ts", "lib", "LICENSE", "README.md"];
/** What needs JSR, which npm does not have. */
const left = { entry: "./csv", files: ["lib/csv", "lib/deps/std_csv.ts"] };

/** Always the same one, so that Deno checks the types again only of what has changed. */
const folder = new URL("out/npm", root).pathname;

/**
 * Packs what is published of this project, but for `./csv`, for npm: JavaScript, declarations, and the npm packages that it
 * depends on by name.
 *
 * @param path Where to write the package, a tarball.
 */
export async function packNpm(path: string): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  await Deno.remove(folder, { recursive: true });
  for (const part of published) await copy(new URL(part, root), `${folder}/${part}`);
  for (const file of left.files) await Deno.remove(`${folder}/${file}`, { recursive: true });
  const config = JSON.parse(await Deno.readTextFile(new URL("deno.json", root)));
  delete config.exports[left.entry];
  await Deno.writeTextFile(`${folder}/deno.json`, JSON.stringify(config));
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["pack", "--allow-dirty", "--no-source-maps", `--output=${path}`],
    cwd: folder,
    env: { NO_COLOR: "1" },
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) throw new Error(`Cannot pack as it must be without errors: ${new TextDecoder().decode(stderr)}`);
}
