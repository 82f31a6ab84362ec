const forwarded: Deno.Signal[] = Deno.build.os === "windows" ? [] : ["SIGINT", "SIGTERM"];

/**
 * Runs this Deno with the arguments, on this process's input and output, and resolves to its exit code. Signals reach it,
 * so that a server can write what it holds before it ends.
 */
export async function runDeno(args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), { args: [...args], env, stdin: "inherit" }).spawn();
  const listeners = forwarded.map((signal) => [signal, () => forward(child, signal)] as const);
  for (const [signal, listener] of listeners) Deno.addSignalListener(signal, listener);
  const { code } = await child.status;
  for (const [signal, listener] of listeners) Deno.removeSignalListener(signal, listener);
  return code;
}

/** A terminal has sent its SIGINT to the child already, and a second one may cut the child's ending short. */
function forward(child: Deno.ChildProcess, signal: Deno.Signal): void {
  if (signal === "SIGINT" && Deno.stdin.isTerminal()) return;
  try {
    child.kill(signal);
  } catch {
    // it has just ended
  }
}
