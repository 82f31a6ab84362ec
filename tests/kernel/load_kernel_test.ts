import { kernelBytes, kernelInUse, loadKernel } from "@backstream/backstream";
import { simdModule } from "../../lib/kernel/load_kernel.ts";
import { assertEquals } from "@std/assert";

Deno.test("kernelInUse() is SIMD where WebAssembly has it", () => {
  assertEquals(kernelInUse(), "simd");
  assertEquals(simdModule() instanceof WebAssembly.Module, true);
});

Deno.test("loadKernel() takes a compiled module, the reference, and the library's own module again", () => {
  const own = simdModule()!;
  assertEquals(loadKernel("reference"), "reference");
  assertEquals([kernelInUse(), simdModule()], ["reference", undefined]);
  assertEquals(loadKernel(own), "simd");
  assertEquals(simdModule() === own, true);
  assertEquals(loadKernel(), "simd");
});

Deno.test("kernelInUse() is the reference where bytes cannot be compiled, as on Cloudflare Workers", async () => {
  const program = `
    WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError("disallowed by embedder"); } };
    const { kernelInUse } = await import(${JSON.stringify(new URL("../../mod.ts", import.meta.url).href)});
    console.log(kernelInUse());`;
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["eval", program] }).output();
  assertEquals(new TextDecoder().decode(stdout), "reference\n");
});

Deno.test("kernelBytes() is a WebAssembly module, in a new array each time", () => {
  const bytes = kernelBytes();
  assertEquals([...bytes.subarray(0, 8)], [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  assertEquals(WebAssembly.validate(bytes), true);
  bytes.fill(0);
  assertEquals(WebAssembly.validate(kernelBytes()), true);
});
