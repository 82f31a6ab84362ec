/**
 * Backstream imported by URL, as another project does that has no configuration file for it.
 *
 * Run: deno run --allow-import=HOST examples/url_import.ts https://HOST/backstream
 * Without an address, the example serves the repository's own files on this machine and imports them from there:
 * deno run -A examples/url_import.ts
 */
const [address = await serveRepository()] = Deno.args;

const { createLearner, sgd } = await import(`${address}/mod.ts`);
const { fromReadableStream, learn } = await import(`${address}/lib/rx/mod.ts`);

const learner = createLearner({
  network: { inputs: 1, layers: [{ units: 1, activation: "identity" }] },
  optimizer: sgd({ learningRate: 0.1 }),
});
const samples = ReadableStream.from(
  Array.from({ length: 500 }, (_, i) => ({ features: [i % 5], target: 3 * (i % 5) + 1 })),
);

let state = learner.init();
await fromReadableStream(samples).pipe(learn(learner)).forEach((step: { state: unknown }) => {
  state = step.state;
});
console.log(`3 x 10 + 1 is about ${learner.predictOne(state, [10])[0].toFixed(2)}`);
Deno.exit();

/** Serves the files of this repository on a free port. */
async function serveRepository(): Promise<string> {
  const { port } = await new Promise<Deno.NetAddr>((onListen) => {
    Deno.serve({ hostname: "127.0.0.1", port: 0, onListen }, async (request) => {
      const file = new URL(`..${new URL(request.url).pathname}`, import.meta.url);
      return new Response(await Deno.readFile(file), { headers: { "content-type": "application/typescript" } });
    });
  });
  return `http://127.0.0.1:${port}`;
}
