/** examples/deploy as Deno Deploy runs it: the entrypoint of its deno.json, in its folder, with no flag of the runtime. */
import { assert, assertEquals } from "@std/assert";
import { endAndCompare, endWhileStalled, headers } from "./end_and_compare.ts";
import { type StartOptions, startProcess } from "./start_process.ts";

const root = new URL("../../examples/deploy/", import.meta.url);
const { entrypoint } = JSON.parse(await Deno.readTextFile(new URL("deno.json", root))).deploy.runtime;
const example: StartOptions = {
  command: Deno.execPath(),
  args: ["run", "-A", entrypoint],
  cwd: root.pathname,
  env: { PORT: "0", BACKSTREAM_TOKEN: "secret" },
};

let folder = "";
Deno.test.beforeAll(async () => {
  folder = await Deno.makeTempDir();
});
Deno.test.afterAll(() => Deno.remove(folder, { recursive: true }));

/** Starts it on a file. */
const startOn = (file: string) =>
  startProcess({ ...example, env: { ...example.env, BACKSTREAM_KV: `${folder}/${file}` } });

Deno.test("examples/deploy keeps what it has answered, ended by any signal under load, and learns nothing twice", async () => {
  const { samples, repeated } = await endAndCompare(() => startOn("deno.kv"));
  assert(samples > 40 && repeated > 0, `${samples} samples, ${repeated} repeated`);
});

Deno.test("examples/deploy ends within 5 seconds while a client stalls", () =>
  endWhileStalled(() => startOn("stalled.kv")));

Deno.test("examples/deploy opens the database that Deno has for it if no file is named", async () => {
  const env = { ...example.env, DENO_KV_DEFAULT_PATH: `${folder}/attached.kv` };
  for (const samples of [0, 1]) {
    const { address, end } = await startProcess({ ...example, env });
    const model = await (await fetch(`${address}/models/iris`, { headers })).json();
    assertEquals(model.samples, samples);
    const response = await fetch(`${address}/models/iris/learn`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ features: [5.1, 3.5, 1.4, 0.2], target: "setosa" }),
    });
    assertEquals((await response.json()).samples, 1);
    assertEquals((await end("SIGINT")).code, 0);
  }
});

Deno.test("examples/deploy wants a token", async () => {
  const { code, stderr } = await new Deno.Command(example.command, {
    args: [...example.args],
    cwd: example.cwd,
    env: { NO_COLOR: "1", BACKSTREAM_TOKEN: "" },
  }).output();
  assertEquals(code, 1);
  const text = new TextDecoder().decode(stderr);
  assert(text.includes("Cannot serve as BACKSTREAM_TOKEN must be set: current value is missing"), text);
});
