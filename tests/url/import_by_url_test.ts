/** The modules work in a project that imports them by URL and has no configuration for them: no import map, no JSR. */
import { assertEquals } from "@std/assert";

const repository = new URL("../../", import.meta.url);

/** What another project writes; each entry point is checked against its types and used. */
const program = (host: string) => `
import { createLearner, encodeLearner, sgd } from "${host}/mod.ts";
import { fromReadableStream, learn } from "${host}/lib/rx/mod.ts";
import { createApp } from "${host}/lib/http/mod.ts";

const learner = createLearner({
  network: { inputs: 1, layers: [{ units: 1, activation: "identity" }], seed: 1 },
  optimizer: sgd({ learningRate: 0.1 }),
});
const samples = [{ features: [1], target: 3 }, { features: [2], target: 5 }];

let learned = learner.init();
for (const sample of samples) learned = learner.learnOne(learned, sample).state;

let streamed = learner.init();
await fromReadableStream(ReadableStream.from(samples)).pipe(learn(learner)).forEach(({ state }) => {
  streamed = state;
});

const app = createApp({ models: { line: learner } });
const request = (path: string, body: unknown) =>
  app.request(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
const learning = await request("/models/line/learn", samples[0]);
const predicting = await request("/models/line/predict", { features: [1] });
await predicting.text();

console.log(JSON.stringify({
  samples: learned.samples,
  streamed: encodeLearner(learner, streamed).join() === encodeLearner(learner, learned).join(),
  learning: [learning.status, (await learning.text()).length > 0],
  predicting: predicting.status,
}));
Deno.exit();
`;

Deno.test("mod.ts, ./rx and ./http work when they are imported by URL without any configuration", async () => {
  const served: string[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async ({ url }) => {
    const path = new URL(url).pathname;
    served.push(path);
    const text = await Deno.readTextFile(new URL(`.${path}`, repository)).catch(() => undefined);
    if (text === undefined) return new Response("not found", { status: 404 });
    return new Response(text, { headers: { "content-type": "application/typescript" } });
  });
  const host = `127.0.0.1:${server.addr.port}`;
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/main.ts`, program(`http://${host}`));
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--check", "--no-prompt", `--allow-import=${host}`, `--reload=http://${host}`, "main.ts"],
      cwd: folder,
      env: { NO_COLOR: "1" },
    }).output();
    const decoder = new TextDecoder();
    assertEquals(success, true, decoder.decode(stderr));
    assertEquals(JSON.parse(decoder.decode(stdout)), {
      samples: 2,
      streamed: true,
      learning: [200, true],
      predicting: 200,
    });
    assertEquals(served.filter((path) => path !== "/mod.ts" && !path.startsWith("/lib/")), []);
  } finally {
    await Deno.remove(folder, { recursive: true });
    await forget(host);
    await server.shutdown();
  }
});

/** Takes the modules that came from the host out of Deno's cache again. */
async function forget(host: string): Promise<void> {
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["info", "--json"] }).output();
  const { modulesCache } = JSON.parse(new TextDecoder().decode(stdout));
  await Deno.remove(`${modulesCache}/http/${host.replace(":", "_PORT")}`, { recursive: true }).catch(() => {});
}
