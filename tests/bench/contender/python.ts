import { type ChildRounds, startRounds } from "./child_rounds.ts";
import type { Contender, Task, Workload } from "./contender.ts";
import { sampleFile } from "./sample_file.ts";

const script = new URL("step.py", import.meta.url).pathname;
/** Every python3 that is installed, as each sees packages of its own. */
const pythons = (): string[] => (Deno.env.get("PATH") ?? "").split(":").map((folder) => `${folder}/python3`);

const names = { numpy: "NumPy, 1 thread", torch: "PyTorch eager, 1 thread" };

/** A Python library on one thread; its name tells, once it is open, the version and the BLAS that it runs on. */
export function python(library: "numpy" | "torch"): Contender {
  let child: ChildRounds | undefined;
  let file: string | undefined;
  const contender = {
    name: names[library],
    async open(workload: Workload, task: Task) {
      const { path, count } = await sampleFile(workload);
      file = path;
      const size = task.kind === "batch" ? task.size : task.kind === "step" ? 1 : 0;
      const args = [library, path, count, ...workload.sizes, workload.learningRate, size, workload.neurons ?? "sigmoid"]
        .map(
          String,
        );
      for (const program of pythons()) {
        child = startRounds("env", ["OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1", program, script, ...args]);
        const line = await child.firstLine();
        if (line?.startsWith("ready")) {
          contender.name = `${names[library]} (${line.slice("ready ".length)})`;
          return child.round;
        }
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
  return contender;
}
