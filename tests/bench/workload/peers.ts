import { loadKernel } from "@backstream/backstream";
import { backstream } from "../contender/backstream.ts";
import { brain } from "../contender/brain.ts";
import type { Contender, Task, Workload } from "../contender/contender.ts";
import { convnet } from "../contender/convnet.ts";
import { jax } from "../contender/jax.ts";
import { native } from "../contender/native.ts";
import { plainLoops } from "../contender/plain_loops.ts";
import { python } from "../contender/python.ts";
import { tensorflow } from "../contender/tensorflow.ts";
import { interleave, type Named } from "../interleave.ts";
import type { Result } from "../report.ts";

const ROUNDS = 7;
const MILLISECONDS = 120;

/**
 * Measures a workload with everyone who can take it.
 *
 * @param name What the workload is called.
 * @param workload Sizes and samples.
 * @param task What is measured.
 * @param withPeers Whether others than Backstream run.
 * @returns The medians, and who was left out and why.
 */
export async function measurePeers(name: string, workload: Workload, task: Task, withPeers: boolean): Promise<Result> {
  const contenders = [backstream("SIMD"), backstream("reference"), ...withPeers ? peers() : []];
  const opened: Named[] = [];
  const leftOut: string[] = [];
  try {
    for (const contender of contenders) {
      const round = await attempt(contender, workload, task);
      if (typeof round === "string") leftOut.push(`${contender.name}: ${round}`);
      else opened.push({ name: contender.name, round });
    }
    return { name, medians: await interleave(opened, ROUNDS, MILLISECONDS), leftOut };
  } finally {
    for (const { close } of contenders) close?.();
    loadKernel();
  }
}

function peers(): Contender[] {
  return [
    native(),
    python("numpy"),
    python("torch"),
    plainLoops,
    brain,
    convnet,
    jax,
    tensorflow("wasm"),
    tensorflow("cpu"),
  ];
}

/** What does not start is left out by name. */
async function attempt(contender: Contender, workload: Workload, task: Task) {
  try {
    return await contender.open(workload, task);
  } catch (error) {
    return `it does not start: ${(error as Error).message.split("\n")[0]}`;
  }
}
