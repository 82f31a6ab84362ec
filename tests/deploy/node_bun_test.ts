/** examples/node and examples/bun on Node 22 and Bun, with this project as a package of npm. */
import { assert, assertEquals } from "@std/assert";
import { npmProgram } from "../runtime/npm_program.ts";
import { outputOf } from "../runtime/output_of.ts";
import { endAndCompare, endWhileStalled } from "./end_and_compare.ts";
import { makeNpmProject } from "./npm_project.ts";
import { type ServerProcess, startProcess } from "./start_process.ts";

const { os, arch } = Deno.build;
const commands: Record<string, string> = {
  node: await npmProgram(`npm:node-${os}-${arch === "x86_64" ? "x64" : "arm64"}@^22.18.0`, "bin/node"),
  bun: await npmProgram(`npm:@oven/bun-${os}-${arch === "x86_64" ? "x64" : arch}@^1.4.5`, "bin/bun"),
};

let folder = "";
Deno.test.beforeAll(async () => {
  folder = await makeNpmProject();
});
Deno.test.afterAll(() => Deno.remove(folder, { recursive: true }));

/** Starts the example; what it has learned goes on in the file. */
function start(runtime: string, file: string): Promise<ServerProcess> {
  return startProcess({
    command: commands[runtime],
    args: ["serve.ts"],
    cwd: `${folder}/${runtime}`,
    env: { PORT: "0", BACKSTREAM_TOKEN: "secret", BACKSTREAM_KV: `${folder}/${file}` },
  });
}

for (const runtime of Object.keys(commands)) {
  Deno.test(`examples/${runtime} keeps what it has answered, ended by any signal under load, and learns nothing twice`, async () => {
    const { samples, repeated } = await endAndCompare(() => start(runtime, `${runtime}.kv`));
    assert(samples > 40 && repeated > 0, `${samples} samples, ${repeated} repeated`);
  });

  Deno.test(`examples/${runtime} ends within 5 seconds while a client stalls`, () =>
    endWhileStalled(() => start(runtime, `${runtime}_stalled.kv`)));

  Deno.test(`examples/${runtime} wants a token`, async () => {
    const { code, stderr } = await new Deno.Command(commands[runtime], {
      args: ["serve.ts"],
      cwd: `${folder}/${runtime}`,
      env: { BACKSTREAM_TOKEN: "" },
    }).output();
    assertEquals(code, 1);
    const text = new TextDecoder().decode(stderr);
    assert(text.includes("Cannot serve as BACKSTREAM_TOKEN must be set: current value is missing"), text);
  });
}

Deno.test("the package for npm has the kernel, and declarations", async () => {
  const source = 'import { kernelInUse } from "@backstream/backstream"; console.log(kernelInUse());';
  for (const command of Object.values(commands)) {
    assertEquals(await outputOf(command, ["--input-type=module", "--eval", source], folder), "simd\n");
  }
  const entry = `${folder}/node_modules/@backstream/backstream`;
  const { exports } = JSON.parse(await Deno.readTextFile(`${entry}/package.json`));
  for (const { types } of Object.values<{ types: string }>(exports)) {
    assertEquals((await Deno.stat(`${entry}/${types}`)).isFile, true);
  }
});
