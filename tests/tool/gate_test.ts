import { assertEquals } from "@std/assert";
import { type Outcome, runGate, type Step } from "./gate.ts";

/** Runs the gate on commands that end as given; times are left out of the report. */
async function report(steps: Step[], outcomes: Record<string, Outcome>): Promise<{ lines: string[]; ok: boolean }> {
  const lines: string[] = [];
  const ok = await runGate(steps, {
    run: ({ args }) => Promise.resolve(outcomes[args[0]]),
    print: (line) => lines.push(line.replace(/ \(\d+\.\d s\)$/, "")),
  });
  return { lines, ok };
}

const steps = [{ name: "format", args: ["fmt"] }, { name: "tests", args: ["test"] }];

Deno.test("runGate() counts a step as one and a test run as its tests", async () => {
  const outcomes = {
    fmt: { success: true, output: "Checked 9 files\n" },
    test: { success: true, output: "ok | 41 passed | 0 failed (3s)\n" },
  };
  assertEquals(await report(steps, outcomes), {
    lines: ["format: ok", "tests: ok, 41 passed, 0 failed", "42 passed, 0 failed"],
    ok: true,
  });
});

Deno.test("runGate() runs every step and shows the output of those that fail", async () => {
  const outcomes = {
    fmt: { success: false, output: "not formatted" },
    test: { success: false, output: "FAILED | 3 passed | 2 failed (3s)" },
  };
  assertEquals(await report(steps, outcomes), {
    lines: [
      "not formatted",
      "format: FAILED",
      "FAILED | 3 passed | 2 failed (3s)",
      "tests: FAILED, 3 passed, 2 failed",
      "3 passed, 3 failed",
    ],
    ok: false,
  });
});

Deno.test("runGate() counts a test run that fails without a failed test, or without tests, as one failure", async () => {
  for (const output of ["ok | 3 passed | 0 failed (1s)\nerror: coverage too low", "error: Type checking failed."]) {
    const { lines, ok } = await report([steps[1]], { test: { success: false, output } });
    assertEquals(ok, false);
    assertEquals(lines.at(-1)?.endsWith(" passed, 1 failed"), true);
  }
});
