/** What a run of `deno test` says at its end. */
export interface TestCount {
  /** How many tests passed. */
  readonly passed: number;
  /** How many failed. */
  readonly failed: number;
  /** The same in words, with the tests that did not run. */
  readonly note: string;
}

/** Reads the numbers from the last line of `deno test`; undefined if the output has no such line. */
export function countTests(output: string): TestCount | undefined {
  const found = [
    ...output.matchAll(/^(?:ok|FAILED) \| (\d+) passed\b.*? \| (\d+) failed\b(.*?)(?: \([\d.a-zμ]+\))?$/gm),
  ].at(-1);
  if (found === undefined) return undefined;
  const [, passed, failed, rest] = found;
  return {
    passed: Number(passed),
    failed: Number(failed),
    note: `, ${passed} passed, ${failed} failed${rest.replaceAll(" | ", ", ")}`,
  };
}
