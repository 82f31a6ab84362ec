import { countTests } from "./count_tests.ts";

/** One step of the gate. */
export interface Step {
  /** What it is called in the report. */
  readonly name: string;
  /** The arguments for Deno. */
  readonly args: readonly string[];
  /** The folder it runs in, if not that of the project. */
  readonly cwd?: string;
}

/** What came of a step. */
export interface Outcome {
  /** Whether it ended without an error. */
  readonly success: boolean;
  /** All that it wrote. */
  readonly output: string;
}

/** What {@linkcode runGate} needs from outside. */
export interface GateOptions {
  /** Runs Deno for the step. */
  readonly run: (step: Step) => Promise<Outcome>;
  /** Takes the lines of the report. */
  readonly print: (line: string) => void;
}

/**
 * Runs the steps, all of them, in order; prints a line for each, the output of those that fail, and at the end how many
 * passed and failed: a test run counts its tests, any other step one.
 *
 * @returns Whether nothing failed.
 */
export async function runGate(steps: readonly Step[], { run, print }: GateOptions): Promise<boolean> {
  let passed = 0;
  let failed = 0;
  for (const step of steps) {
    const start = performance.now();
    const { success, output } = await run(step);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const tests = countTests(output) ?? { passed: success ? 1 : 0, failed: 0, note: "" };
    passed += tests.passed;
    failed += success ? tests.failed : Math.max(1, tests.failed);
    if (!success) print(output);
    print(`${step.name}: ${success ? "ok" : "FAILED"}${tests.note} (${seconds} s)`);
  }
  print(`${passed} passed, ${failed} failed`);
  return failed === 0;
}
