import type { Workload } from "./contender.ts";

/** How many samples other programs are given. */
const COUNT = 2000;

/**
 * Writes samples to a file of float32 numbers, the input and then the target of each.
 *
 * @param workload The samples.
 * @returns The file, and how many samples it holds.
 */
export async function sampleFile({ inputs, targets }: Workload): Promise<{ path: string; count: number }> {
  const count = Math.min(COUNT, inputs.length);
  const row = inputs[0].length + targets[0].length;
  const floats = new Float32Array(count * row);
  for (let i = 0; i < count; i++) {
    floats.set(inputs[i], i * row);
    floats.set(targets[i], i * row + inputs[i].length);
  }
  const path = await Deno.makeTempFile({ prefix: "backstream_bench_" });
  await Deno.writeFile(path, new Uint8Array(floats.buffer));
  return { path, count };
}
