/** Every file of lib that exports a function has its test at the same path. */
import { assertEquals } from "@std/assert";
import { root } from "./deno_json.ts";
import { filesUnder } from "./files_under.ts";

/** Files whose functions are tested elsewhere, with the reason. */
const exceptions: Record<string, string> = {};

const tests = new Set(filesUnder("tests"));
const files = filesUnder("lib").filter((file) => file.endsWith(".ts") && !file.endsWith("/mod.ts"));

function exportsFunction(source: string): boolean {
  return /^export (?:async )?function\b|^export const .*= (?:async )?(?:\(.*\).*=>|\w+ =>|function\b)/m.test(source);
}

function testOf(file: string): string {
  return file.replace(/^lib\//, "tests/").replace(/\.ts$/, "_test.ts");
}

Deno.test("every file of lib that exports a function has a test at the same path", () => {
  const untested = files.filter((file) =>
    !(file in exceptions) && !tests.has(testOf(file)) && exportsFunction(Deno.readTextFileSync(new URL(file, root)))
  );
  assertEquals(untested, []);
});

Deno.test("every exception is a file without a test of its own", () => {
  assertEquals(Object.keys(exceptions).filter((file) => !files.includes(file) || tests.has(testOf(file))), []);
});

Deno.test("exportsFunction() tells functions from data and types", () => {
  const functions = [
    "function a() {}",
    "async function a() {}",
    "function* a() {}",
    "const a: B = (x) => x;",
    "const a: (x: B) => B = (x) => x;",
  ];
  for (const source of functions) assertEquals(exportsFunction(`// first\nexport ${source}\n`), true, source);
  const others = [
    "const a = (1 + 2) / 3;",
    "interface A {}",
    "type A = () => void;",
    "const a: A = { b: () => 1 };",
    "class A {}",
  ];
  for (const source of others) assertEquals(exportsFunction(`// first\nexport ${source}\n`), false, source);
});
