/**
 * The steps of examples/docker/Dockerfile, done without Docker: what it copies goes into an empty folder, and its commands
 * run there, by this Deno and its cache, with another folder in the place of /data. The image, its user and its volume are
 * not tested.
 */
import { assert, assertEquals } from "@std/assert";
import { outputOf } from "../runtime/output_of.ts";
import { copy } from "../tool/copy.ts";
import { endAndCompare } from "./end_and_compare.ts";
import { startProcess } from "./start_process.ts";

const root = new URL("../../", import.meta.url);
const file = await Deno.readTextFile(new URL("examples/docker/Dockerfile", root));

/** What stands after the word, in each line that begins with it. */
const after = (word: string): string[] => Array.from(file.matchAll(RegExp(`^${word} (.*)$`, "gm")), ([, text]) => text);

Deno.test("the steps of the Dockerfile serve what is kept on the volume, ended by any signal under load", async () => {
  const [app, data] = [await Deno.makeTempDir(), await Deno.makeTempDir()];
  for (const line of after("COPY")) {
    const [from, to] = line.split(" ");
    await copy(new URL(from, root), `${app}/${to.endsWith("/") ? to + from : to}`);
  }
  const commands = after("RUN").filter((line) => line.startsWith("deno "));
  assertEquals(commands.length, 1);
  for (const command of commands) await outputOf(Deno.execPath(), command.split(" ").slice(1), app);

  const inData = (text: string): string => text.replace("/data", data);
  const [name, value] = after("ENV")[0].split("=");
  const start = () =>
    startProcess({
      command: Deno.execPath(),
      args: JSON.parse(after("CMD")[0]).map(inData),
      cwd: app,
      env: { PORT: "0", BACKSTREAM_TOKEN: "secret", [name]: inData(value) },
    });
  const { samples } = await endAndCompare(start);
  assert(samples > 40, `${samples} samples`);
  for (const folder of [app, data]) await Deno.remove(folder, { recursive: true });
});

Deno.test("the Dockerfile takes the Deno that the README names", async () => {
  const [version] = after("FROM").map((image) => image.replace("denoland/deno:", ""));
  assert((await Deno.readTextFile(new URL("README.md", root))).includes(`deno@${version} `));
});
