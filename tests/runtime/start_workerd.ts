import { chooseStd } from "../tool/choose_std.ts";
import { npmProgram } from "./npm_program.ts";
import { outputOf } from "./output_of.ts";

/** A worker on workerd, the runtime of Cloudflare Workers, in a process of its own. */
export interface Workerd {
  /** Its address. */
  readonly address: string;
  /** Kills it at once, and waits until it is gone. */
  kill(): Promise<void>;
}

const config = `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .main), (name = "disk", disk = (path = "disk", writable = true))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const main :Workerd.Worker = (
  compatibilityDate = "2026-11-01",
  modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
  bindings = [(name = "OBJECTS", durableObjectNamespace = "Stored")],
  durableObjectNamespaces = [(className = "Stored", uniqueKey = "stored", enableSql = true)],
  durableObjectStorage = (localDisk = "disk"),
);
`;

/** Bundles a worker that exports the class `Stored` of Durable Objects, which it has as `env.OBJECTS`, into the folder. */
export async function makeWorker(source: URL, folder: string): Promise<void> {
  const { flags } = await chooseStd();
  const bundle = [
    "bundle",
    "--quiet",
    "--platform=browser",
    ...flags,
    `--output=${folder}/worker.mjs`,
    source.pathname,
  ];
  await outputOf(Deno.execPath(), bundle);
  await Deno.writeTextFile(`${folder}/config.capnp`, config);
  await Deno.mkdir(`${folder}/disk`);
}

/** Serves the worker of the folder; its objects live on in there. */
export async function startWorkerd(folder: string): Promise<Workerd> {
  const platform = `${Deno.build.os}-${Deno.build.arch === "x86_64" ? "64" : "arm64"}`;
  const workerd = await npmProgram(`npm:@cloudflare/workerd-${platform}@^1.20261117.1`, "bin/workerd");
  const process = new Deno.Command(workerd, {
    args: ["serve", "config.capnp", "--experimental", "--control-fd=1"],
    cwd: folder,
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!/"port":\d+/.test(text)) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`Cannot start workerd as it must tell its port: current value is ${text}`);
    text += value;
  }
  await reader.cancel();
  return {
    address: `http://127.0.0.1:${text.match(/"port":(\d+)/)![1]}`,
    async kill() {
      process.kill("SIGKILL");
      await process.status;
    },
  };
}
