import { kernelBytes } from "@backstream/backstream";
import type { Report } from "./learn_digits.ts";
import { npmProgram } from "./npm_program.ts";
import { outputOf } from "./output_of.ts";

/** As Cloudflare runs it, it compiles no bytes: it learns with nothing loaded, with the module it is given, and without. */
const worker = `
import { learnDigits } from "./learn_digits.mjs";
import digits from "./digits.bin";
import module from "./simd.wasm";

export default {
  async test() {
    console.log(JSON.stringify(await learnDigits(new Uint8Array(digits), [undefined, module, "reference"])));
  },
};
`;

const config = `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (services = [(name = "main", worker = .main)]);
const main :Workerd.Worker = (
  compatibilityDate = "2026-11-01",
  modules = [
    (name = "worker.mjs", esModule = embed "worker.mjs"),
    (name = "learn_digits.mjs", esModule = embed "learn_digits.mjs"),
    (name = "digits.bin", data = embed "digits.bin"),
    (name = "simd.wasm", wasm = embed "simd.wasm"),
  ],
);
`;

/** Learns the digits on workerd, the runtime of Cloudflare Workers, from what `makeProgram` has made in the folder. */
export async function learnOnWorkerd(folder: string): Promise<Report[]> {
  await Deno.writeTextFile(`${folder}/worker.mjs`, worker);
  await Deno.writeTextFile(`${folder}/config.capnp`, config);
  await Deno.writeFile(`${folder}/simd.wasm`, kernelBytes());
  const platform = `${Deno.build.os}-${Deno.build.arch === "x86_64" ? "64" : "arm64"}`;
  const workerd = await npmProgram(`npm:@cloudflare/workerd-${platform}@^1.20261117.1`, "bin/workerd");
  return JSON.parse(await outputOf(workerd, ["test", "config.capnp"], folder));
}
