import { SIMD_MODULE } from "./simd_module.ts";

/** Which kernel computes: WebAssembly SIMD, or plain loops where that is not to be had. Both give the same bytes. */
export type KernelInUse = "simd" | "reference";

let loaded: WebAssembly.Module | "reference" | undefined;

/**
 * Loads the kernel that learners use from then on. Nothing has to be loaded on Deno, Node, Bun and in browsers, where the
 * first sample does it; Cloudflare Workers compile no bytes and are given the module that they have compiled themselves.
 *
 * @param source The compiled module, as `import source` gives it; or `"reference"` for plain loops. By default the module
 * in the library.
 * @returns The kernel in use.
 *
 * @example Usage
 * ```ts
 * import { loadKernel } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(loadKernel("reference"), "reference");
 * assertEquals(loadKernel(), "simd");
 * ```
 */
export function loadKernel(source?: WebAssembly.Module | "reference"): KernelInUse {
  loaded = source ?? compile();
  return kernelInUse();
}

/**
 * The kernel that learners use.
 *
 * @returns `"simd"` or, where WebAssembly or its SIMD cannot be had, `"reference"`.
 *
 * @example Usage
 * ```ts
 * import { kernelInUse } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(kernelInUse(), "simd");
 * ```
 */
export function kernelInUse(): KernelInUse {
  return simdModule() === undefined ? "reference" : "simd";
}

/**
 * The module of the SIMD kernel, compiled when it is first asked for.
 *
 * @returns The module, or undefined where the reference is in use.
 */
export function simdModule(): WebAssembly.Module | undefined {
  loaded ??= compile();
  return loaded === "reference" ? undefined : loaded;
}

/**
 * The SIMD kernel as a WebAssembly module: the content of a `.wasm` file for hosts that compile modules themselves, whose
 * module `loadKernel` then takes.
 *
 * @returns The bytes.
 *
 * @example Write the file that a Cloudflare Worker imports
 * ```ts ignore
 * import { kernelBytes } from "@backstream/backstream";
 *
 * await Deno.writeFile("simd.wasm", kernelBytes());
 * ```
 *
 * @example What the host does with it
 * ```ts
 * import { kernelBytes, loadKernel } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(loadKernel(new WebAssembly.Module(kernelBytes())), "simd");
 * ```
 */
export function kernelBytes(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(SIMD_MODULE.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(SIMD_MODULE.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** A host that has no WebAssembly, or no SIMD, or forbids to compile, throws here. */
function compile(): WebAssembly.Module | "reference" {
  try {
    return new WebAssembly.Module(kernelBytes());
  } catch {
    return "reference";
  }
}
