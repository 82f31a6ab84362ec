/** What wrk has measured. */
export interface WrkResult {
  /** Requests answered in a second. */
  readonly perSecond: number;
  /** The 99th percentile of the latency, in milliseconds. */
  readonly p99: number;
  /** How many answers were no success. */
  readonly failed: number;
}

const SCRIPT = `
wrk.method = "POST"
wrk.headers["content-type"] = "application/json"
function init(args) wrk.body = args[1] end
`;

/**
 * Asks over 16 connections as fast as it is answered, with wrk.
 *
 * @param url Where to post.
 * @param body What to post, as JSON.
 * @param seconds For how long.
 * @returns What was measured; why not, if wrk is not there.
 */
export async function wrk(url: string, body: string, seconds: number): Promise<WrkResult | string> {
  const script = await Deno.makeTempFile({ suffix: ".lua" });
  try {
    await Deno.writeTextFile(script, SCRIPT);
    const args = ["-t1", "-c16", `-d${seconds}s`, "--latency", "-s", script, url, "--", body];
    const { stdout } = await new Deno.Command("wrk", { args }).output();
    return readWrk(new TextDecoder().decode(stdout));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "wrk is not installed";
    throw error;
  } finally {
    await Deno.remove(script);
  }
}

/**
 * Reads what wrk prints.
 *
 * @param text Its output.
 * @returns The numbers.
 */
export function readWrk(text: string): WrkResult {
  const [, p99, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(text)!;
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)![1]),
    p99: Number(p99) * { us: 0.001, ms: 1, s: 1000 }[unit]!,
    failed: Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0),
  };
}
