import { chooseStd } from "../tool/choose_std.ts";

/** The folder of this project. */
export const root: URL = new URL("../../", import.meta.url);

/** What the rules read of the configuration. */
export interface Config {
  /** The name of the package. */
  readonly name: string;
  /** The entry points: sub-path to file. */
  readonly exports: Readonly<Record<string, string>>;
  /** The import map. */
  readonly imports: Readonly<Record<string, string>>;
}

/** Reads deno.json. */
export function readConfig(): Config {
  return JSON.parse(Deno.readTextFileSync(new URL("deno.json", root)));
}

/** What a Deno command writes as JSON, with the import map of this run. */
export async function denoJson<T>(command: "info" | "doc", ...args: string[]): Promise<T> {
  const { flags } = await chooseStd();
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [command, "--json", ...flags, ...args],
    cwd: root,
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout));
}
