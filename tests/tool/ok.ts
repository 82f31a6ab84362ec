/**
 * The gate: format, lint, types, tests with the examples in the documentation, and a dry run of publishing.
 *
 * Run: deno task ok
 */
import { chooseStd } from "./choose_std.ts";
import { type Outcome, runGate, type Step } from "./gate.ts";
import { linkStandins } from "./link_standins.ts";

const { source, flags, line } = await chooseStd();
console.log(line);

const publish = { name: "publish --dry-run", args: ["publish", "--dry-run", "--allow-dirty"] };
const folder = await Deno.makeTempDir();

const steps: Step[] = [
  { name: "fmt", args: ["fmt", "--check"] },
  { name: "lint", args: ["lint"] },
  { name: "check", args: ["check", ...flags, "mod.ts", "lib", "tests", "examples"] },
  { name: "test", args: ["test", "-A", "--doc", "--parallel", ...flags, "mod.ts", "README.md", "lib", "tests"] },
  source === "jsr" ? publish : {
    ...publish,
    name: `${publish.name}, of a copy with the stand-ins`,
    cwd: await linkStandins(folder),
  },
];

const ok = await runGate(steps, { run, print: console.log });
await Deno.remove(folder, { recursive: true });
Deno.exit(ok ? 0 : 1);

async function run({ args, cwd }: Step): Promise<Outcome> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: cwd ?? new URL("../..", import.meta.url),
    env: { BACKSTREAM_STD: source, NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  return { success, output: decoder.decode(stdout) + decoder.decode(stderr) };
}
