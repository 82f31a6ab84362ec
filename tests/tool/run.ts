/**
 * Runs a program of this project with what it needs from `@std`.
 *
 * Run: deno run -A tests/tool/run.ts [PERMISSIONS] PROGRAM [ARGUMENTS]
 */
import { chooseStd } from "./choose_std.ts";
import { runDeno } from "./run_deno.ts";

const { source, flags, line } = await chooseStd();
console.error(line);
Deno.exit(await runDeno(["run", ...flags, ...Deno.args], { BACKSTREAM_STD: source }));
