/**
 * Measures Backstream side by side with others, prints ratios and writes out/bench.md.
 *
 * Run: deno task bench [words] [--peers=no]
 * Words choose the workloads whose names contain one of them.
 */
import { type Bar, barLines, ratio } from "./bars.ts";
import { type Result, table } from "./report.ts";
import { measureLatency, measureLines, measurePredict } from "./workload/endpoint.ts";
import { measureGrowth, measureSparse, measureWays } from "./workload/own.ts";
import { measurePeers } from "./workload/peers.ts";
import { classes, dense, generated, mnistDigits } from "./workload/samples.ts";
import { measureImport, measureSizes } from "./workload/size.ts";

const words = Deno.args.filter((arg) => !arg.startsWith("--"));
const withPeers = !Deno.args.includes("--peers=no");
const mnist = mnistDigits([784, 30, 10]);
const step = { kind: "step" } as const;
const predict = { kind: "predict" } as const;

const workloads: Record<string, (name: string) => Promise<Result>> = {
  "step of [784,30,10], MNIST": (name) => measurePeers(name, mnist, step, withPeers),
  "step of [784,30,10], no input zero": (name) => measurePeers(name, dense(mnist), step, withPeers),
  "step of [784,100,10], MNIST": (name) => measurePeers(name, { ...mnist, sizes: [784, 100, 10] }, step, withPeers),
  "step of [8,32,1]": (name) => measurePeers(name, generated([8, 32, 1]), step, withPeers),
  "step of [64,64,10], relu and softmax": (name) =>
    measurePeers(name, classes(generated([64, 64, 10])), step, withPeers),
  "prediction of [784,30,10], MNIST": (name) => measurePeers(name, mnist, predict, withPeers),
  "prediction of [784,100,10], MNIST": (name) =>
    measurePeers(name, { ...mnist, sizes: [784, 100, 10] }, predict, withPeers),
  "prediction of [8,32,1]": (name) => measurePeers(name, generated([8, 32, 1]), predict, withPeers),
  "prediction of [64,64,10], relu and softmax": (name) =>
    measurePeers(name, classes(generated([64, 64, 10])), predict, withPeers),
  ...Object.fromEntries(
    [10, 32, 128, 1000].map((size) => [
      `mini-batch ${size} of [784,30,10], MNIST`,
      (name: string) => measurePeers(name, mnist, { kind: "batch", size }, withPeers),
    ]),
  ),
  "ways to learn [784,30,10], MNIST": (name) => measureWays(name, mnist),
  "sparse step of 2^18 inputs, 30 active": measureSparse,
  "prediction over HTTP, 8 features": measurePredict,
  "NDJSON to learn, [8,1]": (name) => measureLines(name, [8, 1]),
  "NDJSON to learn, [8,16,1]": (name) => measureLines(name, [8, 16, 1]),
  "NDJSON to learn and a result for each line, [8,16,1]": (name) => measureLines(name, [8, 16, 1], "all"),
  "NDJSON to learn, [784,10]": (name) => measureLines(name, [784, 10]),
  "learning over HTTP, one sample a request, in a KV file": measureLatency,
  "growth": (name) => measureGrowth(name, mnist),
};

const results = new Map<string, Result>();
const chosen = (name: string) => words.length === 0 || words.some((word) => name.includes(word));
let text = "# Benchmarks\n\nMedians of rounds in turns, in one run.\n\n";
const say = (part: string) => {
  console.log(part);
  text += `${part}\n`;
};

for (const [name, measure] of Object.entries(workloads)) {
  if (!chosen(name)) continue;
  const result = await measure(name);
  results.set(name, result);
  say(table(result));
}

const sizes = chosen("size") ? await measureSizes() : undefined;
const importTime = chosen("size") ? await measureImport() : undefined;
const of = (start: string) => Array.from(results.values()).find(({ name }) => name.startsWith(start));
const perSecond = (start: string) => {
  const [time] = of(start)?.medians.values() ?? [];
  return time === undefined ? undefined : 1e6 / time;
};
const [online, noZero, many] = [of("step of [784,30,10], MNIST"), of("step of [784,30,10], no"), of("ways")];
const own = "Backstream (SIMD)";
const latency = of("learning over HTTP")?.medians.get("at half speed, latency: 99 of 100");
const bars: Bar[] = [
  { text: "step on MNIST, times C:", value: ratio(online, own, "C"), atMost: 0.95 },
  { text: "step where no input is zero, times C:", value: ratio(noZero, own, "C"), atMost: 1.5 },
  { text: "step, times faster than NumPy:", value: ratio(online, "NumPy", own), atLeast: 20 },
  { text: "step, times faster than PyTorch eager:", value: ratio(online, "PyTorch", own), atLeast: 80 },
  {
    text: "step, times faster than TensorFlow.js:",
    value: ratio(online, ["Tensor", "TensorFlow.js (cpu"], own),
    atLeast: 180,
  },
  {
    text: "step, times faster than the fastest other JavaScript library:",
    value: ratio(online, ["brain.js", "convnetjs", "jax-js"], own),
    atLeast: 30,
  },
  { text: "rx pipeline, times learnMany:", value: ratio(many, "rx", "learnMany"), atMost: 1.25 },
  { text: "learnOne in a loop, times learnMany:", value: ratio(many, "learnOne", "learnMany"), atMost: 4 },
  { text: "steps a second of [8,32,1]:", value: perSecond("step of [8,32,1]"), atLeast: 500_000 },
  { text: "mini-batch 128, times PyTorch:", value: ratio(of("mini-batch 128"), own, "PyTorch"), atMost: 1 },
  { text: "mini-batch 1000, times PyTorch:", value: ratio(of("mini-batch 1000"), own, "PyTorch"), atMost: 1.6 },
  { text: "prediction of [784,30,10], us:", value: of("prediction of [784,30")?.medians.get(own), atMost: 2.5 },
  { text: "sparse steps a second:", value: perSecond("sparse"), atLeast: 1_000_000 },
  {
    text: "predictions a second over HTTP, of the requests of a bare Hono app:",
    value: ratio(of("prediction over HTTP"), "bare", "Backstream"),
    atLeast: 0.6,
  },
  ...["[8,1]", "[8,16,1]", "[784,10]"].flatMap((sizes) =>
    ["JSON.parse alone", "bare Hono"].map((other) => ({
      text: `lines learned a second by ${sizes}, of those that ${other} reads:`,
      value: ratio(of(`NDJSON to learn, ${sizes}`), other, "Backstream"),
      atLeast: 0.5,
    }))
  ),
  {
    text: "latency of learning at half of full speed, 99 of 100, ms:",
    value: latency === undefined ? undefined : latency / 1000,
    atMost: 20,
  },
  { text: "bytes of the core, minified and zipped:", value: sizes?.core, atMost: 20_000 },
  { text: "bytes of createLearner and sgd alone:", value: sizes?.learner, atMost: 20_000 },
  { text: "import of mod.ts, ms, all files read and compiled:", value: importTime, atMost: 100 },
];
say("## Bars\n");
say(barLines(bars));

await Deno.mkdir(new URL("../../out/", import.meta.url), { recursive: true });
await Deno.writeTextFile(new URL("../../out/bench.md", import.meta.url), text);
