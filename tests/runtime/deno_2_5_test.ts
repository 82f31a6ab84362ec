/** All entry points work on Deno 2.5, which Deno Deploy documents, and give there what they give here. */
import { assertEquals } from "@std/assert";
import { chooseStd } from "../tool/choose_std.ts";

const root = new URL("../../", import.meta.url);
const { source, flags } = await chooseStd();

/** Runs the program that uses every entry point, on the Deno that the command starts. */
async function smoke(command: string, ...args: string[]): Promise<Record<string, unknown>> {
  const { success, stdout, stderr } = await new Deno.Command(command, {
    args: [...args, "run", "--quiet", "-A", ...flags, "tests/runtime/smoke.ts"],
    cwd: root,
    env: { NO_COLOR: "1", BACKSTREAM_STD: source },
  }).output();
  const decoder = new TextDecoder();
  assertEquals(success, true, decoder.decode(stderr));
  return JSON.parse(decoder.decode(stdout));
}

/** Whether npm's runner of packages is on this machine; without it the test counts as ignored. */
function hasNpx(): boolean {
  try {
    return new Deno.Command("npx", { args: ["--version"], stdout: "null", stderr: "null" }).outputSync().success;
  } catch {
    return false;
  }
}

Deno.test("every entry point works on this Deno", async () => {
  const { parameters, streamed, resumed, rows, learning } = await smoke(Deno.execPath());
  assertEquals((parameters as number[]).length, 13);
  assertEquals(streamed, parameters);
  assertEquals(resumed, parameters);
  assertEquals(rows, [{ a: "1", b: "2" }]);
  assertEquals(learning, 200);
});

Deno.test({
  name: "every entry point works on Deno 2.5 and gives the same there",
  ignore: !hasNpx(),
  fn: async () => {
    assertEquals(await smoke("npx", "-y", "deno@2.5.7"), await smoke(Deno.execPath()));
  },
});
