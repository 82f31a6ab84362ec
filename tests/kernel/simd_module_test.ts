import { assertEquals } from "@std/assert";
import { compileKernel, hashSources, kernelModule } from "../tool/compile_kernel.ts";

const committed = await Deno.readTextFile(kernelModule.path);

Deno.test("lib/kernel/simd_module.ts was made from the sources that are in lib/kernel/assembly", async () => {
  const [, hash] = committed.match(/SHA-256 ([0-9a-f]{64})\n/)!;
  assertEquals(hash, await hashSources(), "run deno task build:kernel");
});

Deno.test("lib/kernel/simd_module.ts is what lib/kernel/assembly compiles to", async () => {
  const compiled = kernelModule.source(await compileKernel(), await hashSources());
  assertEquals(committed === compiled, true, "run deno task build:kernel");
});
