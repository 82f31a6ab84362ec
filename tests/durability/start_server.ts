/** A server in a process of its own. */
export interface Server {
  /** Its address. */
  readonly address: string;
  /** Kills it at once, and waits until it is gone. */
  kill(): Promise<void>;
}

/** A server whose process can be looked at. */
export interface LocalServer extends Server {
  /** How many bytes its process has in memory. */
  memory(): number;
}

/** Starts tests/durability/server.ts on a Deno KV file, and waits until it listens. */
export async function startServer(file: string): Promise<LocalServer> {
  const process = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      "--no-config",
      "--unstable-kv",
      new URL("./server.ts", import.meta.url).pathname,
      file,
    ],
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("\n")) {
    const { done, value } = await reader.read();
    if (done) throw new Error("Cannot start server as it must print its port: current value is nothing");
    text += value;
  }
  await reader.cancel();
  return {
    address: `http://127.0.0.1:${text.trim()}`,
    memory() {
      const [, resident] = Deno.readTextFileSync(`/proc/${process.pid}/statm`).split(" ");
      return Number(resident) * 4096;
    },
    async kill() {
      process.kill("SIGKILL");
      await process.status;
    },
  };
}
