/**
 * Compiles the SIMD kernel, lib/kernel/assembly, into lib/kernel/simd_module.ts.
 *
 * Run: deno task build:kernel
 */
import { compileKernel, hashSources, kernelModule } from "./compile_kernel.ts";

const bytes = await compileKernel();
await Deno.writeTextFile(kernelModule.path, kernelModule.source(bytes, await hashSources()));
console.log(`${bytes.length} bytes`);
