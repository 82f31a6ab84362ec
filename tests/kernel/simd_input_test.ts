import { assertEquals } from "@std/assert";
import { simdInput } from "../../lib/kernel/simd_input.ts";
import { layOutNetwork } from "../../lib/kernel/simd_layout.ts";

const layout = layOutNetwork({ inputs: 6, layers: [{ units: 1, activation: "identity" }], memories: 0 });
const [record] = layout.tables[0];

/** An input's numbers in memory, and the columns that are listed for it. */
function open() {
  const buffer = new ArrayBuffer(layout.bytes);
  const words = new Uint32Array(buffer);
  return {
    input: simdInput(buffer, record),
    numbers: (parity: number) => [...new Float32Array(buffer, record.activations[parity], 6)],
    columns(parity: number) {
      const count = (record.bits + parity * record.bitsBytes) / 4;
      const from = record.list / 4 + parity * 7;
      return words[count + 1] === 0 ? "not listed" : Array.from(words.subarray(from, from + words[count]));
    },
  };
}

Deno.test("simdInput() writes a dense input", () => {
  const { input, numbers, columns } = open();
  input.write(Float32Array.of(1, 2, 3, 4, 5, 6), 1);
  assertEquals([numbers(1), numbers(0), columns(1)], [[1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 0], "not listed"]);
});

Deno.test("simdInput() lists the biases and the columns of a sparse input, times 4, and puts its numbers side by side", () => {
  const { input, numbers, columns } = open();
  input.write({ indices: [1, 5], values: [7, 8] }, 0);
  assertEquals([numbers(0).slice(0, 2), columns(0), columns(1)], [[7, 8], [0, 8, 24], "not listed"]);
  input.write({ indices: [], values: [] }, 0);
  assertEquals(columns(0), [0]);
});

Deno.test("simdInput() writes a sparse input between zeros where it is asked to", () => {
  const { input, numbers, columns } = open();
  input.write({ indices: [0, 1], values: [1, 1] }, 1);
  input.writeDense({ indices: [1, 3], values: [2, 2] }, 1);
  assertEquals([numbers(1), columns(1)], [[0, 2, 0, 2, 0, 0], "not listed"]);
  input.writeDense(new Float32Array(6).fill(3), 1);
  assertEquals([numbers(1), columns(1)], [[3, 3, 3, 3, 3, 3], "not listed"]);
});
