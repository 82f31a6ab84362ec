import { assertEquals } from "@std/assert";
import { chooseStd } from "../tool/choose_std.ts";

/** Runs an example as a user does, in a process of its own, and returns the lines that it prints. */
export async function runExample(name: string, ...args: string[]): Promise<string[]> {
  const { flags } = await chooseStd();
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", ...flags, new URL(`../../examples/${name}.ts`, import.meta.url).pathname, ...args],
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  assertEquals(code, 0, decoder.decode(stderr));
  return decoder.decode(stdout).trimEnd().split("\n");
}
