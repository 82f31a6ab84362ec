import { assertEquals } from "@std/assert";
import { compileKernel, kernelModule } from "../tool/compile_kernel.ts";

Deno.test("lib/kernel/simd_module.ts is what lib/kernel/assembly compiles to", async () => {
  const committed = await Deno.readTextFile(kernelModule.path);
  assertEquals(committed === kernelModule.source(await compileKernel()), true, "run deno task build:kernel");
});
