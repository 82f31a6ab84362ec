import { denoJson, root } from "./deno_json.ts";

/** One import, for values or for types, static or dynamic. */
export interface Import {
  /** The file that imports, from the root of the project. */
  readonly from: string;
  /** The specifier as it is written. */
  readonly specifier: string;
  /** What it resolves to: from the root of the project if it is a file of it, else an address. */
  readonly to: string;
}

interface Graph {
  modules: { specifier: string; dependencies?: Dependency[] }[];
}

interface Dependency {
  specifier: string;
  code?: { specifier: string };
  type?: { specifier: string };
}

/** All imports of the files, and of what they import, as Deno resolves them. */
export async function readImports(files: readonly string[]): Promise<Import[]> {
  const entry = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    await Deno.writeTextFile(entry, files.map((file) => `import "${new URL(file, root)}";\n`).join(""));
    const { modules } = await denoJson<Graph>("info", "--config=deno.json", entry);
    return modules.filter(({ specifier }) => specifier.startsWith(root.href)).flatMap((
      { specifier, dependencies = [] },
    ) =>
      dependencies.map((dependency) => ({
        from: fromRoot(specifier),
        specifier: dependency.specifier,
        to: fromRoot((dependency.code ?? dependency.type)?.specifier ?? dependency.specifier),
      }))
    );
  } finally {
    await Deno.remove(entry);
  }
}

function fromRoot(address: string): string {
  return address.startsWith(root.href) ? address.slice(root.href.length) : address;
}
