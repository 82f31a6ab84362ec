/** Where the runtime has immutable ArrayBuffers, vectors are on them, and everything learns the same. */
import { assertEquals } from "@std/assert";
import { chooseStd } from "../tool/choose_std.ts";

const flag = "--v8-flags=--js-immutable-arraybuffer";

/** What Deno writes with the arguments; nothing if it refuses them. */
async function outputOf(...args: string[]): Promise<string> {
  const cwd = new URL("../../", import.meta.url);
  const { stdout } = await new Deno.Command(Deno.execPath(), { args, cwd, stderr: "inherit" }).output();
  return new TextDecoder().decode(stdout);
}

const supported =
  (await outputOf("eval", flag, "console.log('transferToImmutable' in ArrayBuffer.prototype)")) === "true\n";

Deno.test({
  name: "vectors are on immutable buffers where the runtime has them, and learn the same as elsewhere",
  ignore: !supported,
  fn: async () => {
    interface Report {
      immutable: boolean[];
      unchanged: boolean[];
      learned: number[];
      resumed: number[];
    }
    const { flags } = await chooseStd();
    const report = async (...more: string[]): Promise<Report> =>
      JSON.parse(await outputOf("run", "--quiet", ...more, ...flags, "tests/runtime/vectors.ts"));
    const [here, elsewhere] = await Promise.all([report(flag), report()]);
    assertEquals(here.immutable, here.immutable.map(() => true));
    assertEquals(here.unchanged, here.unchanged.map(() => true));
    assertEquals(here.resumed, here.learned);
    assertEquals(here.learned, elsewhere.learned);
    assertEquals(elsewhere.immutable, here.immutable.map(() => false));
  },
});
