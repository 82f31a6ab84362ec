import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { chooseStd } from "../tool/choose_std.ts";

const script = new URL("../../examples/demo.ts", import.meta.url).pathname;

/** Starts `examples/demo.ts --serve` in a process of its own, and reads its lines one by one. */
async function start(out: string) {
  const { flags } = await chooseStd();
  const process = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--unstable-kv",
      ...flags,
      script,
      "--serve",
      "--digits",
      "600",
      "--rate",
      "4000",
      "--out",
      out,
    ],
    env: { NO_COLOR: "1", PORT: "0", BACKSTREAM_TOKEN: "" },
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    async line(): Promise<string> {
      while (!text.includes("\n")) {
        const { done, value } = await reader.read();
        assert(!done, "it has ended");
        text += value;
      }
      const [line, ...rest] = text.split("\n");
      text = rest.join("\n");
      return line;
    },
    async end(): Promise<number> {
      process.kill("SIGTERM");
      await reader.cancel();
      return (await process.status).code;
    },
  };
}

Deno.test("examples/demo.ts --serve shows digits learning live, to who has the token, and goes on where it was", async () => {
  const out = await Deno.makeTempDir();
  const demo = await start(out);
  const address = (await demo.line()).match(/^watch it learn: (http:\S+)$/)![1];
  const token = (await demo.line()).match(/^token to sign in with: (\S+)$/)![1];
  const { origin, pathname } = new URL(address);
  assertStringIncludes(await (await fetch(address)).text(), "Sign in");

  const body = new URLSearchParams({ token, next: pathname });
  const signedIn = await fetch(`${origin}/dashboard/login`, { method: "POST", body, redirect: "manual" });
  await signedIn.body?.cancel();
  assertEquals([signedIn.status, signedIn.headers.get("location")], [303, pathname]);
  const cookie = signedIn.headers.get("set-cookie")!.split(";")[0];
  const events = await fetch(`${address}/events`, { headers: { cookie } });
  const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
  let seen = "";
  while (!/600 samples learned|<dd>\s*600\b/.test(seen)) {
    const { done, value } = await reader.read();
    assert(!done, seen);
    seen += value;
  }
  await reader.cancel();
  assertStringIncludes(seen, "Line chart of accuracy against samples.");
  assertEquals(await demo.line(), "all 600 samples are learned; the model is served until it is told to end");
  assertEquals(await demo.end(), 0);

  const again = await start(out);
  await again.line();
  await again.line();
  assertEquals(await again.line(), "it has learned 600 samples before, and goes on");
  assertEquals(await again.line(), "all 600 samples are learned; the model is served until it is told to end");
  assertEquals(await again.end(), 0);
  await Deno.remove(out, { recursive: true });
});
