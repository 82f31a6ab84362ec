import { assertEquals } from "@std/assert";

const runner = new URL("./run_deno.ts", import.meta.url).href;

/** Starts a Deno that runs the program by `runDeno` with the arguments. */
function start(program: string, ...args: string[]): Deno.ChildProcess {
  const source = `import { runDeno } from "${runner}"; Deno.exit(await runDeno(${
    JSON.stringify(["eval", program, ...args])
  }, { GIVEN: "yes" }));`;
  return new Deno.Command(Deno.execPath(), { args: ["eval", source], stdin: "null", stdout: "piped" }).spawn();
}

Deno.test("runDeno() passes on arguments, variables, output and the exit code", async () => {
  const child = start("console.log(Deno.args.join(), Deno.env.get('GIVEN')); Deno.exit(7)", "a", "b c");
  const { code, stdout } = await child.output();
  assertEquals(new TextDecoder().decode(stdout), "a,b c yes\n");
  assertEquals(code, 7);
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.test({
    name: `runDeno() passes on ${signal} and waits for the program to end in its own way`,
    ignore: Deno.build.os === "windows",
    fn: async () => {
      const child = start(
        `Deno.addSignalListener("${signal}", () => { console.log("flushed"); Deno.exit(3); });
         const timer = setInterval(() => {}, 1000); console.log("ready");`,
      );
      const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
      assertEquals((await lines.read()).value, "ready\n");
      child.kill(signal);
      assertEquals((await lines.read()).value, "flushed\n");
      assertEquals((await child.status).code, 3);
      assertEquals((await lines.read()).done, true);
    },
  });
}
