/** What to start. */
export interface StartOptions {
  /** The program. */
  readonly command: string;
  /** Its arguments. */
  readonly args: readonly string[];
  /** Its folder. */
  readonly cwd: string;
  /** Its environment, beside the one that it inherits. */
  readonly env: Readonly<Record<string, string>>;
}

/** A server in a process of its own. */
export interface ServerProcess {
  /** Its address. */
  readonly address: string;
  /** Tells it to end, and waits until it has: with which code, and after how many milliseconds. */
  end(signal: Deno.Signal): Promise<{ code: number; milliseconds: number }>;
}

/** Starts a server, and waits until it writes where it listens. */
export async function startProcess({ command, args, cwd, env }: StartOptions): Promise<ServerProcess> {
  const process = new Deno.Command(command, {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  let port: string | undefined;
  while (port === undefined) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`Cannot start server as it must tell its port: current value is ${text}`);
    text += value;
    port = text.match(/http:\/\/[\w.]+:(\d+)\//)?.[1];
  }
  await reader.cancel();
  return {
    address: `http://127.0.0.1:${port}`,
    async end(signal) {
      const began = performance.now();
      process.kill(signal);
      const { code } = await process.status;
      return { code, milliseconds: performance.now() - began };
    },
  };
}
