import asc from "assemblyscript/asc";

const root = new URL("../../lib/kernel/", import.meta.url);
const OPTIONS = ["--optimizeLevel", "3", "--shrinkLevel", "2", "--converge", "--runtime", "stub", "--noAssert"];
const FEATURES = ["--enable", "simd", "--importMemory"];

/** Compiles lib/kernel/assembly/kernel.ts. The same sources give the same bytes. */
export async function compileKernel(): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main([
    "kernel.ts",
    "--outFile",
    "kernel.wasm",
    "--disableWarning",
    "112",
    ...OPTIONS,
    ...FEATURES,
  ], {
    readFile: (name) => Deno.readTextFile(new URL(`assembly/${name}`, root)).catch(() => null),
    writeFile: (_name, data) => {
      bytes = data as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error !== null || bytes === undefined) throw new Error(`Cannot compile the kernel: ${stderr}`);
  return bytes;
}

/** SHA-256 of the sources, in the order of their names. */
export async function hashSources(): Promise<string> {
  const folder = new URL("assembly/", root);
  const names = Array.from(Deno.readDirSync(folder), ({ name }) => name).sort();
  const texts = names.map((name) => `${name}\n${Deno.readTextFileSync(new URL(name, folder))}`);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(texts.join("")));
  return hex(new Uint8Array(digest));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The file that holds the compiled kernel. */
export const kernelModule = {
  path: new URL("simd_module.ts", root),
  source: (bytes: Uint8Array, hash: string): string =>
    `// Compiled from lib/kernel/assembly by \`deno task build:kernel\`. Do not edit.
// Sources: SHA-256 ${hash}
// deno-fmt-ignore-file

/**
 * The SIMD kernel: a WebAssembly module in hexadecimal digits. Base64 would be shorter, but hides from compression what
 * repeats: 9.6 kB after gzip in place of 7.4.
 */
export const SIMD_MODULE: string =
  "${hex(bytes)}";
`,
};
