import { assertEquals, assertThrows } from "@std/assert";
import { simdModule } from "../../lib/kernel/load_kernel.ts";
import { openSimd } from "../../lib/kernel/open_simd.ts";
import { layOutNetwork, TABLES } from "../../lib/kernel/simd_layout.ts";

Deno.test("openSimd() writes the records, and the input of the biases before each row of activations", () => {
  const layout = layOutNetwork({ inputs: 6, layers: [{ units: 5, activation: "relu" }], memories: 0 });
  const { memory, wasm } = openSimd(simdModule()!, layout);
  assertEquals([...new Uint32Array(memory, TABLES, 3)], [6, 32, 8]); // units, bytes of a column, the number of identity
  const [, relu] = layout.tables[0];
  assertEquals(new Float32Array(memory, relu.activations[0] - 4, 1)[0], 1);
  assertEquals(wasm.areFinite(layout.parameters, layout.blockBytes), 1);
});

Deno.test("openSimd() throws for a network that does not fit", () => {
  const layout = layOutNetwork({ inputs: 2 ** 20, layers: [{ units: 4096, activation: "relu" }], memories: 0 });
  assertThrows(
    () => openSimd(simdModule()!, layout),
    RangeError,
    `Cannot use SIMD kernel as the network must fit into WebAssembly memory: current value is ${layout.bytes} bytes`,
  );
});
