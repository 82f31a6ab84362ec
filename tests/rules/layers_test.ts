/** Imports go strictly downward, and folders are entered through their mod.ts. */
import { assertEquals } from "@std/assert";
import { filesUnder } from "./files_under.ts";
import { type Import, readImports } from "./read_imports.ts";

const arithmetic = ["kernel", "random", "plain"];
const tables = ["activation", "cost", "feature", "metric", "drift", "replay"];
const core = [...arithmetic, ...tables, "network", "optimizer", "learner", "format", "store"];

/** Which other folders of lib the files of a folder may import. */
const allowed: Record<string, readonly string[]> = {
  kernel: [],
  random: ["kernel"],
  plain: [],
  ...Object.fromEntries(tables.map((folder) => [folder, arithmetic])),
  network: [...arithmetic, ...tables],
  optimizer: [...arithmetic, ...tables, "network"],
  learner: [...arithmetic, ...tables, "network", "optimizer"],
  format: [...arithmetic, ...tables, "network", "optimizer", "learner"],
  store: [...arithmetic, ...tables, "network", "optimizer", "learner", "format"],
  deps: [],
  chart: [...core, "deps"],
  rx: [...core, "deps"],
  csv: [...core, "deps", "rx"],
  http: [...core, "deps", "chart"],
  client: ["feature", "learner"],
  cli: [...core, "deps", "chart"],
};

/** Says what is wrong with an import, if anything is. */
function fault({ from, specifier, to }: Import): string | undefined {
  const here = folderOf(from);
  if (here === "deps") {
    return /^(npm|jsr|node):/.test(specifier) ? undefined : `${from} imports ${specifier}, not a package`;
  }
  const there = folderOf(to);
  if (there === undefined) return `${from} imports ${to}, which is not in lib`;
  if (there === here) return undefined;
  if (!allowed[here!].includes(there)) return `${from} imports ${to}, which is not below it`;
  if (there !== "deps" && to !== `lib/${there}/mod.ts`) return `${from} imports ${to}, past its mod.ts`;
  return undefined;
}

function folderOf(path: string): string | undefined {
  return path.match(/^lib\/(\w+)\//)?.[1];
}

const files = filesUnder("lib").filter((file) => file.endsWith(".ts"));

Deno.test("every folder of lib has a place among the layers", () => {
  const folders = new Set(files.map((file) => folderOf(file) ?? file));
  assertEquals([...folders].filter((folder) => !(folder in allowed)), []);
});

Deno.test("imports in lib go strictly downward, through mod.ts", async () => {
  const imports = (await readImports(files)).filter(({ from }) => from.startsWith("lib/"));
  assertEquals(imports.length > files.length, true, "the graph of modules is not complete");
  assertEquals(imports.map(fault).filter((text) => text !== undefined), []);
});

Deno.test("fault() tells an import upward, sideways, past a mod.ts, of a package, and of a folder outside", () => {
  const faults: [from: string, to: string, text: string][] = [
    ["lib/kernel/exp.ts", "lib/random/mod.ts", "lib/kernel/exp.ts imports lib/random/mod.ts, which is not below it"],
    ["lib/network/predict.ts", "lib/rx/mod.ts", "lib/network/predict.ts imports lib/rx/mod.ts, which is not below it"],
    ["lib/rx/learn.ts", "lib/http/mod.ts", "lib/rx/learn.ts imports lib/http/mod.ts, which is not below it"],
    ["lib/cost/cost.ts", "lib/kernel/exp.ts", "lib/cost/cost.ts imports lib/kernel/exp.ts, past its mod.ts"],
    ["lib/rx/learn.ts", "npm:rxjs@^7.8.2", "lib/rx/learn.ts imports npm:rxjs@^7.8.2, which is not in lib"],
    ["lib/rx/learn.ts", "tests/standin/csv.ts", "lib/rx/learn.ts imports tests/standin/csv.ts, which is not in lib"],
    ["lib/deps/rxjs.ts", "lib/rx/mod.ts", "lib/deps/rxjs.ts imports lib/rx/mod.ts, not a package"],
  ];
  for (const [from, to, text] of faults) assertEquals(fault({ from, specifier: to, to }), text);
  const fine = [["lib/http/a.ts", "lib/chart/mod.ts"], ["lib/rx/a.ts", "lib/deps/rxjs.ts"], [
    "lib/rx/a.ts",
    "lib/rx/b.ts",
  ]];
  for (const [from, to] of fine) assertEquals(fault({ from, specifier: to, to }), undefined);
});
