/** The core needs nothing: no package, no configuration, no runtime but the language and the web's own functions. */
import { assertEquals } from "@std/assert";
import { root } from "./deno_json.ts";
import { readImports } from "./read_imports.ts";

const adapters = ["rx", "http", "client", "csv", "cli", "chart", "deps", "store/deno_kv", "store/durable_object"];

Deno.test("mod.ts reaches only files of lib, and of them no adapter", async () => {
  const { success, stdout } = await deno("info", "--json", "--no-config", "mod.ts");
  assertEquals(success, true);
  const { modules } = JSON.parse(new TextDecoder().decode(stdout)) as {
    modules: { specifier: string; error?: string }[];
  };
  const paths = modules.map(({ specifier }) => specifier.replace(root.href, ""));
  assertEquals(paths.includes("mod.ts") && paths.includes("lib/kernel/mod.ts"), true);
  assertEquals(modules.filter(({ error }) => error !== undefined), []);
  assertEquals(paths.filter((path) => path !== "mod.ts" && !path.startsWith("lib/")), []);
  assertEquals(paths.filter((path) => adapters.some((folder) => path.startsWith(`lib/${folder}/`))), []);
});

Deno.test("mod.ts imports by relative paths alone", async () => {
  const imports = await readImports(["mod.ts"]);
  assertEquals(imports.filter(({ specifier }) => !/^\.\.?\//.test(specifier)), []);
});

Deno.test("mod.ts compiles where there is no Deno global", async () => {
  const folder = await Deno.makeTempDir();
  const compilerOptions = { lib: ["esnext", "dom", "dom.iterable", "dom.asynciterable"] };
  await Deno.writeTextFile(`${folder}/deno.json`, JSON.stringify({ compilerOptions }));
  await Deno.writeTextFile(`${folder}/global.ts`, "console.log(Deno.args);\n");
  const [core, global] = await Promise.all(
    ["mod.ts", `${folder}/global.ts`].map((file) => deno("check", `--config=${folder}/deno.json`, file)),
  );
  await Deno.remove(folder, { recursive: true });
  assertEquals(global.success, false, "the check does not see the Deno global");
  assertEquals(core.success, true, new TextDecoder().decode(core.stderr));
});

function deno(...args: string[]): Promise<Deno.CommandOutput> {
  return new Deno.Command(Deno.execPath(), { args, cwd: root, env: { NO_COLOR: "1" } }).output();
}
