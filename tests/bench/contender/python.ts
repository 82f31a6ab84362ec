import { type ChildRounds, startRounds } from "./child_rounds.ts";
import type { Contender } from "./contender.ts";
import { sampleFile } from "./sample_file.ts";

const script = new URL("step.py", import.meta.url).pathname;
/** Debian's own comes first: its packages are not seen by others. */
const pythons = ["/usr/bin/python3", "python3"];

/** A Python library on one thread. */
export function python(library: "numpy" | "torch"): Contender {
  let child: ChildRounds | undefined;
  let file: string | undefined;
  return {
    name: { numpy: "NumPy", torch: "PyTorch eager, 1 thread" }[library],
    async open(workload, task) {
      const { path, count } = await sampleFile(workload);
      file = path;
      const size = task.kind === "batch" ? task.size : task.kind === "step" ? 1 : 0;
      const args = [library, path, count, ...workload.sizes, workload.learningRate, size].map(String);
      for (const program of pythons) {
        try {
          child = startRounds("env", ["OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1", program, script, ...args]);
        } catch {
          continue;
        }
        if (await child.firstLine() === "ready") return child.round;
      }
      return `no python3 has ${library}`;
    },
    close() {
      try {
        child?.close();
      } catch {
        // It has ended by itself.
      }
      if (file !== undefined) Deno.removeSync(file);
    },
  };
}
