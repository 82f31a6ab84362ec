import { root } from "./deno_json.ts";

/**
 * The paths, from the root of the project, of all files under the folder; none if it does not exist. The sources of the
 * SIMD kernel are AssemblyScript, which has rules of its own; what npm has installed in an example is not of the project.
 */
export function filesUnder(folder: string): string[] {
  try {
    return [...Deno.readDirSync(new URL(folder, root))].flatMap(({ name, isDirectory }) =>
      isDirectory ? filesUnder(`${folder}/${name}`) : [`${folder}/${name}`]
    ).filter((file) => !/^lib\/kernel\/assembly\/|\/node_modules\/|\/(?:package-lock\.json|bun\.lock)$/.test(file))
      .sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
