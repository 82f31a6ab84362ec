import { denoJson } from "../rules/deno_json.ts";

/**
 * The path of a program that an npm package ships; Deno downloads the package if it has not done so before.
 *
 * @param specifier The package made for this platform, as `npm:NAME@VERSION`.
 * @param path Where the program is in the package.
 */
export async function npmProgram(specifier: string, path: string): Promise<string> {
  interface Info {
    npmPackages: Record<string, { localPath: string }>;
  }
  const { npmPackages } = await denoJson<Info>("info", specifier);
  return `${Object.values(npmPackages)[0].localPath}/${path}`;
}
