import { assertEquals } from "@std/assert";

/** What the command writes; fails with what it writes to standard error if it ends with an error. */
export async function outputOf(command: string, args: readonly string[], cwd?: string): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(command, {
    args: [...args],
    cwd: cwd ?? new URL("../../", import.meta.url),
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  assertEquals(code, 0, decoder.decode(stderr));
  return decoder.decode(stdout);
}
