import { createNetwork, sgd } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { simdModule } from "../../lib/kernel/load_kernel.ts";
import { readRecord } from "../../lib/kernel/read_record.ts";
import { createSimdKernel, type KernelSample } from "../../lib/kernel/simd_kernel.ts";

/** A kernel of two outputs that has nothing learned yet. */
function open(inputs: number) {
  const network = createNetwork({ inputs, layers: [{ units: 2 }], seed: 1 });
  const { stages } = sgd({ learningRate: 0.5 }).program!;
  const kernel = createSimdKernel(simdModule()!, { ...network, stages });
  kernel.load(network.parameters, [{ step: 0, memories: [] }]);
  return kernel;
}

Deno.test("readRecord() reads what the kernel has recorded, without zeros", () => {
  for (const inputs of [1, 3, 64, 65, 200]) {
    const kernel = open(inputs);
    const dense = Float32Array.from({ length: inputs }, (_, k) => k % 3 === 1 ? 0 : k + 0.5);
    const indices = [...dense.keys()].filter((k) => dense[k] !== 0);
    const values = Float32Array.from(indices, (k) => dense[k]);
    const samples: KernelSample[] = [dense, { indices, values }, new Float32Array(inputs), { indices: [], values: [] }]
      .map((input, i) => ({ input, target: Float32Array.of(i, 0.25), weight: 1 }));
    let end = 0;
    const places = samples.map((sample) => {
      kernel.learn(sample);
      const at = end;
      end = kernel.record(at);
      return at;
    });
    const buffer = kernel.recorded(end);
    assertEquals(buffer.byteLength, end);
    const read = places.map((at) => readRecord(buffer, at, inputs, 2));
    const none = { indices: [], values: new Float32Array(0) };
    assertEquals(read.map(({ input }) => input), [{ indices, values }, { indices, values }, none, none] as unknown);
    assertEquals(read.map(({ target }) => [...target]), [[0, 0.25], [1, 0.25], [2, 0.25], [3, 0.25]]);
  }
});
