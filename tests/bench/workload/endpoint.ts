/** Workloads of the endpoint: requests over loopback against a bare Hono app, and lines against JSON.parse. */
import { nextRandom } from "@backstream/backstream";
import { paced } from "../endpoint/paced.ts";
import { postRaw } from "../endpoint/post_raw.ts";
import { startServer } from "../endpoint/start_server.ts";
import { wrk } from "../endpoint/wrk.ts";
import { interleave } from "../interleave.ts";
import type { Result } from "../report.ts";

const ROUNDS = 11;
const MILLISECONDS = 1000;

/** Predictions of 8 features over loopback, against a bare Hono app that parses the same body. */
export async function measurePredict(name: string): Promise<Result> {
  await using bare = await startServer("bare");
  await using server = await startServer([8, 16, 1]);
  const [line] = linesOf(8, 1);
  const missing = await wrk(`${bare.url}/predict`, line, 1);
  if (typeof missing === "string") return { name, medians: new Map(), leftOut: [missing] };
  const round = (url: string) => async (milliseconds: number) => {
    const result = await wrk(`${url}/predict`, line, milliseconds / 1000);
    if (typeof result === "string" || result.failed > 0) throw new Error(`wrk: ${JSON.stringify(result)}`);
    return 1e6 / result.perSecond;
  };
  const rounds = [{ name: "bare Hono", round: round(bare.url) }, { name: "Backstream", round: round(server.url) }];
  return { name, medians: await interleave(rounds, ROUNDS, MILLISECONDS), leftOut: [] };
}

/**
 * Samples streamed as NDJSON, each scored, learned and committed, against a bare Hono app that parses the same lines, and
 * JSON.parse of them alone. What became of each is answered, or of all together.
 */
export async function measureLines(
  name: string,
  sizes: readonly number[],
  results: "all" | "none" = "none",
): Promise<Result> {
  const [inputs] = sizes;
  await using bare = await startServer("bare");
  await using server = await startServer(sizes);
  const lines = linesOf(inputs, inputs > 100 ? 5000 : 200_000);
  const body = new TextEncoder().encode(lines.join("\n"));
  const perLine = (run: () => Promise<void> | void) => async (milliseconds: number): Promise<number> => {
    const start = performance.now();
    let [count, passed] = [0, 0];
    while (passed < milliseconds) {
      await run();
      count += lines.length;
      passed = performance.now() - start;
    }
    return passed * 1000 / count;
  };
  const send = (url: string) => async (): Promise<void> => {
    const answer = await postRaw(`${url}/learn?results=${results}`, "application/x-ndjson", body);
    if (!answer.includes(`{"status":"done","samples":${lines.length}`)) throw new Error(answer);
  };
  let last: unknown;
  const parse = (): void => {
    for (const line of lines) last = JSON.parse(line);
  };
  const rounds = [
    { name: "JSON.parse alone", round: perLine(parse) },
    { name: "bare Hono, JSON.parse of each line", round: perLine(send(bare.url)) },
    { name: "Backstream", round: perLine(send(server.url)) },
  ];
  const medians = await interleave(rounds, ROUNDS, MILLISECONDS);
  if (last === undefined) throw new Error("No line was parsed");
  return { name, medians, leftOut: [] };
}

/** Samples learned one a request, each answer durable in a KV file: at full speed, and the latency at half of that. */
export async function measureLatency(name: string): Promise<Result> {
  const folder = await Deno.makeTempDir();
  try {
    await using server = await startServer([8, 16, 1], `${folder}/kv`);
    const [body] = linesOf(8, 1);
    const url = `${server.url}/learn`;
    await wrk(url, body, 2);
    const peak = await wrk(url, body, 5);
    if (typeof peak === "string") return { name, medians: new Map(), leftOut: [peak] };
    const latencies = await paced({ url, body, perSecond: peak.perSecond / 2, seconds: 10 });
    const at = (share: number): number => latencies[Math.floor(latencies.length * share)];
    const medians = new Map([
      ["at full speed, a request", 1e6 / peak.perSecond],
      ["at half speed, latency: median", at(0.5) * 1000],
      ["at half speed, latency: 99 of 100", at(0.99) * 1000],
    ]);
    return { name, medians, leftOut: [] };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Samples as JSON, three digits a number, from a seed. */
function linesOf(inputs: number, count: number): string[] {
  let seed = 1;
  const next = (): number => {
    const [value, later] = nextRandom(seed);
    seed = later;
    return Math.round(value * 1000) / 1000;
  };
  return Array.from({ length: count }, () => {
    const features = Array.from({ length: inputs }, next);
    const target = inputs > 100 ? Math.floor(next() * 9.99) : next();
    return JSON.stringify({ features, target });
  });
}
