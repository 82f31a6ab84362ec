import { assertEquals, assertRejects } from "@std/assert";
import { canCache, chooseStd } from "./choose_std.ts";

Deno.test("chooseStd() takes JSR if it can be reached and says so", async () => {
  const std = await chooseStd({ wanted: "", tryJsr: () => Promise.resolve(true) });
  assertEquals(std, { source: "jsr", flags: [], line: "std: from JSR" });
});

Deno.test("chooseStd() takes the stand-ins if JSR cannot be reached and says so", async () => {
  const { source, flags, line } = await chooseStd({ wanted: "", tryJsr: () => Promise.resolve(false) });
  assertEquals(source, "fallback");
  assertEquals(line, "std: stand-ins of tests/standin, as JSR cannot be reached");
  assertEquals(flags.length, 1);
  assertEquals(Deno.statSync(new URL(flags[0].replace("--import-map=", ""))).isFile, true);
});

Deno.test("chooseStd() takes what is wanted without trying", async () => {
  const tryJsr = () => Promise.reject(new Error("tried"));
  assertEquals((await chooseStd({ wanted: "jsr", tryJsr })).line, "std: from JSR, as wanted");
  assertEquals((await chooseStd({ wanted: "fallback", tryJsr })).source, "fallback");
  await assertRejects(
    () => chooseStd({ wanted: "npm", tryJsr }),
    RangeError,
    "Cannot choose std as BACKSTREAM_STD must be jsr or fallback: current value is npm",
  );
});

Deno.test("canCache() tells whether the modules can be had", async () => {
  const module = new URL("./choose_std.ts", import.meta.url).href;
  assertEquals(await canCache([module]), true);
  assertEquals(await canCache([module, new URL("./no_such_file.ts", import.meta.url).href]), false);
});

Deno.test("canCache() gives up on a network that does not answer", async () => {
  const silent = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const held: Deno.Conn[] = [];
  const accepting = (async () => {
    for await (const connection of silent) held.push(connection);
  })();
  const address = `http://127.0.0.1:${silent.addr.port}/mod.ts`;
  const start = performance.now();
  assertEquals(await canCache([`--allow-import=127.0.0.1:${silent.addr.port}`, address], 500), false);
  assertEquals(performance.now() - start < 10_000, true);
  silent.close();
  for (const connection of held) connection.close();
  await accepting;
});
