import { assertEquals } from "@std/assert";
import { countTests } from "./count_tests.ts";

Deno.test("countTests() reads the last line of a run", () => {
  const output = "running 2 tests from ./a_test.ts\na ... ok (1ms)\n\nok | 75 passed | 3 failed (180ms)\n\n";
  assertEquals(countTests(output), { passed: 75, failed: 3, note: ", 75 passed, 3 failed" });
});

Deno.test("countTests() counts tests, not their steps, and tells what did not run", () => {
  const output = "FAILED | 1204 passed (31 steps) | 1 failed (2 steps) | 4 ignored | 2 filtered out (1m2s)\n";
  assertEquals(countTests(output), {
    passed: 1204,
    failed: 1,
    note: ", 1204 passed, 1 failed (2 steps), 4 ignored, 2 filtered out",
  });
});

Deno.test("countTests() takes the last of several runs", () => {
  const output = "ok | 1 passed | 0 failed (1ms)\nFAILED | 2 passed | 5 failed (2ms)\nerror: Test failed\n";
  assertEquals(countTests(output)?.failed, 5);
});

Deno.test("countTests() finds nothing in other output", () => {
  assertEquals(countTests(""), undefined);
  assertEquals(countTests("error: Type checking failed.\n"), undefined);
  assertEquals(countTests("it says ok | 1 passed | 0 failed\n"), undefined);
});

Deno.test("countTests() agrees with this version of Deno", async () => {
  const file = await Deno.makeTempFile({ suffix: "_test.ts" });
  const failing =
    `Deno.test("a", async (t) => { await t.step("b", () => {}); }); Deno.test("c", () => { throw new Error("c"); });`;
  await Deno.writeTextFile(file, `${failing} Deno.test.ignore("d", () => {});`);
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["test", "--no-config", file],
    env: { NO_COLOR: "1" },
  }).output();
  await Deno.remove(file);
  const count = countTests(new TextDecoder().decode(stdout));
  assertEquals(count, { passed: 1, failed: 1, note: ", 1 passed, 1 failed, 1 ignored" });
});
