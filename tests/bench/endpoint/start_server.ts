import { chooseStd } from "../../tool/choose_std.ts";

/** A server in a process of its own. */
export interface BenchServer {
  /** The address of the model. */
  readonly app: string;
  /** The address of what a bare Hono app answers. */
  readonly bare: string;
  /** Ends it. */
  close(): Promise<void>;
}

/**
 * Starts `serve.ts` in a process of its own.
 *
 * @param inputs How many inputs the model has.
 * @param path The KV file that it lives in; without one it lives in memory.
 * @returns The server, which is ready.
 */
export async function startServer(inputs: number, path?: string): Promise<BenchServer> {
  const { flags } = await chooseStd();
  const program = new URL("./serve.ts", import.meta.url).pathname;
  const args = [`${inputs}`, ...path === undefined ? [] : [path]];
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--unstable-kv", ...flags, program, ...args],
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value } = await reader.read();
  const [app, bare] = (JSON.parse(value!) as number[]).map((port) => `http://127.0.0.1:${port}/models/model`);
  return {
    app,
    bare,
    async close() {
      child.kill();
      await reader.cancel();
      await child.status;
    },
  };
}
