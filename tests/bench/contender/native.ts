import { type ChildRounds, startRounds } from "./child_rounds.ts";
import type { Contender } from "./contender.ts";
import { sampleFile } from "./sample_file.ts";

const source = new URL("step.c", import.meta.url).pathname;

/** C, compiled for this processor. */
export function native(): Contender {
  const files: string[] = [];
  let child: ChildRounds | undefined;
  return {
    name: "C (gcc -O3 -march=native -ffast-math)",
    async open(workload, { kind }) {
      if (kind === "batch") return "it has no mini-batches";
      const [inputs, hidden, outputs] = workload.sizes;
      const program = await Deno.makeTempFile({ prefix: "backstream_step_" });
      files.push(program);
      const sizes = [
        `-DI=${inputs}`,
        `-DH=${hidden}`,
        `-DO=${outputs}`,
        `-DSOFTMAX=${workload.neurons === "softmax" ? 1 : 0}`,
      ];
      const args = ["-O3", "-march=native", "-ffast-math", ...sizes, "-o", program, source, "-lm"];
      if (!await succeeds("gcc", args)) return "gcc is not there";
      const { path, count } = await sampleFile(workload);
      files.push(path);
      child = startRounds(program, [path, `${count}`, `${workload.learningRate}`, kind]);
      return child.round;
    },
    close() {
      child?.close();
      for (const file of files) Deno.removeSync(file);
    },
  };
}

async function succeeds(command: string, args: string[]): Promise<boolean> {
  try {
    return (await new Deno.Command(command, { args, stdout: "null", stderr: "null" }).output()).success;
  } catch {
    return false;
  }
}
