import { kernelBytes } from "@backstream/backstream";
import { outputOf } from "../runtime/output_of.ts";
import { chooseStd } from "../tool/choose_std.ts";

const root = new URL("../../examples/cloudflare/", import.meta.url);

/**
 * Builds the Worker of examples/cloudflare into the folder, with what `startWorkerd` starts it by, made of wrangler.jsonc.
 *
 * @param folder An empty folder.
 * @param secrets The Worker's secrets by name.
 */
export async function makeWranglerWorker(folder: string, secrets: Readonly<Record<string, string>>): Promise<void> {
  const config = JSON.parse(await Deno.readTextFile(new URL("wrangler.jsonc", root)));
  const { flags } = await chooseStd();
  const bundle = ["bundle", "--quiet", "--platform=browser", "--external=*.wasm", ...flags];
  const source = new URL(config.main, root).pathname;
  await outputOf(Deno.execPath(), [...bundle, `--output=${folder}/worker.mjs`, source]);
  await Deno.writeFile(`${folder}/simd.wasm`, kernelBytes());
  await Deno.writeTextFile(`${folder}/config.capnp`, capnp(config, secrets));
  await Deno.mkdir(`${folder}/disk`);
}

interface Config {
  readonly compatibility_date: string;
  readonly durable_objects: { readonly bindings: readonly { readonly name: string; readonly class_name: string }[] };
  readonly migrations: readonly { readonly new_sqlite_classes: readonly string[] }[];
}

/** What Cloudflare makes of the configuration, in workerd's own words. */
function capnp(config: Config, secrets: Readonly<Record<string, string>>): string {
  const objects = config.durable_objects.bindings;
  const sqlite = config.migrations.flatMap(({ new_sqlite_classes: classes }) => classes);
  const bindings = [
    ...objects.map(({ name, class_name }) => `(name = "${name}", durableObjectNamespace = "${class_name}")`),
    ...Object.entries(secrets).map(([name, text]) => `(name = "${name}", text = "${text}")`),
  ];
  const namespaces = objects.map(({ class_name: name }) =>
    `(className = "${name}", uniqueKey = "${name}", enableSql = ${sqlite.includes(name)})`
  );
  return `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .main), (name = "disk", disk = (path = "disk", writable = true))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const main :Workerd.Worker = (
  compatibilityDate = "${config.compatibility_date}",
  modules = [
    (name = "worker.mjs", esModule = embed "worker.mjs"),
    (name = "simd.wasm", wasm = embed "simd.wasm"),
  ],
  bindings = [${bindings.join(", ")}],
  durableObjectNamespaces = [${namespaces.join(", ")}],
  durableObjectStorage = (localDisk = "disk"),
);
`;
}
