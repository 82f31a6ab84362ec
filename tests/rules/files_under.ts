import { root } from "./deno_json.ts";

/**
 * The paths, from the root of the project, of all files under the folder; none if it does not exist. The sources of the
 * SIMD kernel are AssemblyScript, which has rules of its own.
 */
export function filesUnder(folder: string): string[] {
  try {
    return [...Deno.readDirSync(new URL(folder, root))].flatMap(({ name, isDirectory }) =>
      isDirectory ? filesUnder(`${folder}/${name}`) : [`${folder}/${name}`]
    ).filter((file) => !file.startsWith("lib/kernel/assembly/")).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
