/** Where `@std` comes from in this run. */
export interface Std {
  /** JSR, or the stand-ins of tests/standin. */
  readonly source: "jsr" | "fallback";
  /** What a Deno command that resolves imports needs for it. */
  readonly flags: readonly string[];
  /** What to say about it. */
  readonly line: string;
}

/** Settings of {@linkcode chooseStd}, each with a default that fits a task. */
export interface ChooseStdOptions {
  /** `jsr` or `fallback` to choose without trying; the variable BACKSTREAM_STD if not given. */
  readonly wanted?: string | undefined;
  /** Tells whether `@std` can be had from JSR, from its cache or from the network. */
  readonly tryJsr?: () => Promise<boolean>;
}

/** Chooses between JSR and the stand-ins: as wanted, or else by trying. */
export async function chooseStd(options: ChooseStdOptions = {}): Promise<Std> {
  const { wanted = Deno.env.get("BACKSTREAM_STD"), tryJsr = () => canCache(jsrSpecifiers()) } = options;
  if (wanted === "jsr") return { ...jsr, line: `${jsr.line}, as wanted` };
  if (wanted === "fallback") return { ...fallback, line: `${fallback.line}, as wanted` };
  if (wanted) {
    throw new RangeError(`Cannot choose std as BACKSTREAM_STD must be jsr or fallback: current value is ${wanted}`);
  }
  return await tryJsr() ? jsr : { ...fallback, line: `${fallback.line}, as JSR cannot be reached` };
}

const importMap = new URL("../standin/import_map.json", import.meta.url);
const jsr: Std = { source: "jsr", flags: [], line: "std: from JSR" };
const fallback: Std = {
  source: "fallback",
  flags: [`--import-map=${importMap}`],
  line: "std: stand-ins of tests/standin",
};

/** What the configuration takes from JSR. */
function jsrSpecifiers(): string[] {
  const config = JSON.parse(Deno.readTextFileSync(new URL("../../deno.json", import.meta.url)));
  return Object.values<string>(config.imports).filter((specifier) => specifier.startsWith("jsr:"));
}

/** Tells whether Deno has the modules or gets them within the time; a network that swallows packets would hold it up. */
export async function canCache(specifiers: readonly string[], milliseconds = 15_000): Promise<boolean> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["cache", "--quiet", "--no-config", ...specifiers],
    signal: AbortSignal.timeout(milliseconds),
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).output();
  return success;
}
