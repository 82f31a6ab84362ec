import { chooseStd } from "../../tool/choose_std.ts";

/** A server in a process of its own. */
export interface BenchServer extends AsyncDisposable {
  /** The address of the model. */
  readonly url: string;
}

/**
 * Starts `serve.ts` in a process of its own, so that what it leaves behind is no load for another one.
 *
 * @param sizes The inputs and the units of each layer of the model; "bare" for a bare Hono app.
 * @param path The KV file that the model lives in; without one it lives in memory.
 * @returns The server, which is ready.
 */
export async function startServer(sizes: readonly number[] | "bare", path?: string): Promise<BenchServer> {
  const { flags } = await chooseStd();
  const program = new URL("./serve.ts", import.meta.url).pathname;
  const args = [`${sizes}`, ...path === undefined ? [] : [path]];
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--unstable-kv", ...flags, program, ...args],
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value } = await reader.read();
  return {
    url: `http://127.0.0.1:${value!.trim()}/models/model`,
    async [Symbol.asyncDispose]() {
      child.kill();
      await reader.cancel();
      await child.status;
    },
  };
}
