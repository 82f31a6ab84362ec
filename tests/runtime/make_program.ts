import { digits } from "../../examples/mnist.ts";
import { chooseStd } from "../tool/choose_std.ts";
import { outputOf } from "./output_of.ts";

/**
 * Makes what the other runtimes run, in a new folder: `learn_digits.mjs`, which has the core in it, and `digits.bin`.
 *
 * @returns The path of the folder.
 */
export async function makeProgram(): Promise<string> {
  const folder = await Deno.makeTempDir();
  const { flags } = await chooseStd();
  const source = new URL("./learn_digits.ts", import.meta.url).pathname;
  const bundle = ["bundle", "--quiet", "--platform=browser", ...flags, `--output=${folder}/learn_digits.mjs`, source];
  await outputOf(Deno.execPath(), bundle);
  await Deno.writeFile(`${folder}/digits.bin`, digitBytes());
  return folder;
}

/** The first 2,000 training digits of MNIST, in the form that `learnDigits` reads. */
export function digitBytes(): Uint8Array<ArrayBuffer> {
  const samples = [...digits("training", 2000)];
  return Uint8Array.from(
    samples.flatMap(({ features, target }) => [...features.map((shade) => Math.round(shade * 255)), target]),
  );
}
