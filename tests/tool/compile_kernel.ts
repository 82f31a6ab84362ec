import asc from "assemblyscript/asc";

const root = new URL("../../lib/kernel/", import.meta.url);
const OPTIONS = ["-O3", "--converge", "--runtime", "stub", "--noAssert", "--enable", "simd", "--importMemory"];

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

/** The file that holds the compiled kernel. */
export const kernelModule = {
  path: new URL("simd_module.ts", root),
  source: (bytes: Uint8Array): string => {
    const text = btoa(String.fromCharCode(...bytes));
    return `// Compiled from lib/kernel/assembly by \`deno task build:kernel\`. Do not edit.
// deno-fmt-ignore-file

/** The SIMD kernel: a WebAssembly module in base64. */
export const SIMD_MODULE: string =
  "${text}";
`;
  },
};
