import { createLearner, decodeLearner, encodeLearner, sgd } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { chooseStd } from "../tool/choose_std.ts";

const script = new URL("../../examples/serve.ts", import.meta.url).pathname;

interface Server {
  readonly process: Deno.ChildProcess;
  /** The address of the model, from the first line that the server prints. */
  readonly model: string;
  /** The lines after it. */
  readonly lines: string[];
}

/** Starts examples/serve.ts in a process of its own and waits until it says that it serves. */
async function serve(folder: string, args: string[] = [], env: Record<string, string> = {}): Promise<Server> {
  const { flags } = await chooseStd();
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--unstable-kv", ...flags, script, ...args],
    env: { NO_COLOR: "1", PORT: "0", BACKSTREAM_KV: `${folder}/serve.kv`, BACKSTREAM_TOKEN: "secret", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  let text = "";
  const wanted = env.DENO_DEPLOY === undefined ? 5 : 1;
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  while (text.split("\n").length <= wanted) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  await reader.cancel();
  const [first, ...lines] = text.trimEnd().split("\n");
  return { process, model: first.match(/http:\S+/)?.[0] ?? "", lines };
}

async function end({ process }: Server, signal: Deno.Signal): Promise<number> {
  process.kill(signal);
  return (await process.status).code;
}

async function request(address: string, body?: unknown, token = "secret") {
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...body === undefined ? {} : { method: "POST", body: JSON.stringify(body) },
  });
  return { status: response.status, body: await response.json() };
}

async function hasCurl(): Promise<boolean> {
  return await new Deno.Command("curl", { args: ["--version"] }).output().then(({ success }) => success, () => false);
}

Deno.test("examples/serve.ts has forgotten nothing when it is started again, however it ended", async () => {
  const folder = await Deno.makeTempDir();
  let learned: unknown;
  for (const [i, signal] of (["SIGTERM", "SIGKILL", "SIGINT"] as const).entries()) {
    const server = await serve(folder);
    const before = await request(server.model);
    assertEquals([before.status, before.body.samples], [200, 2 * i]);
    const prediction = await request(`${server.model}/predict`, { features: [5, 3, 1, 0] });
    if (i > 0) assertEquals(prediction.body, learned);
    const samples = [{ features: [5, 3, 1, 0], target: "setosa" }, { features: [6, 3, 5, 2], target: 2 }];
    assertEquals((await request(`${server.model}/learn`, samples)).status, 200);
    learned = (await request(`${server.model}/predict`, { features: [5, 3, 1, 0] })).body;
    const code = await end(server, signal);
    if (signal !== "SIGKILL") assertEquals(code, 0);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("examples/serve.ts has learned all that it has answered, if it is killed in the middle of requests", async () => {
  const folder = await Deno.makeTempDir();
  const server = await serve(folder);
  let [asked, answered] = [0, 0];
  const learnUntilItIsGone = async () => {
    while (true) {
      asked++;
      const { status } = await request(`${server.model}/learn`, { features: [5, 3, 1, 0], target: 0 });
      assertEquals(status, 200);
      if (++answered === 20) server.process.kill("SIGKILL");
    }
  };
  const ends = await Promise.allSettled([learnUntilItIsGone(), learnUntilItIsGone(), learnUntilItIsGone()]);
  for (const end of ends) assert(end.status === "rejected" && end.reason instanceof TypeError, String(end));
  await server.process.status;

  const again = await serve(folder);
  const { samples } = (await request(again.model)).body;
  assert(answered <= samples && samples <= asked, `${answered} answered, ${samples} learned, ${asked} asked`);
  await request(`${again.model}/learn`, { features: [5, 3, 1, 0], target: 0 });
  assertEquals((await request(again.model)).body.samples, samples + 1);
  await end(again, "SIGTERM");
  await Deno.remove(folder, { recursive: true });
});

Deno.test("examples/serve.ts wants the token, and makes one if there is none", async () => {
  const folder = await Deno.makeTempDir();
  const server = await serve(folder, [], { BACKSTREAM_TOKEN: "" });
  const token = server.lines[1].match(/^export TOKEN=(\S+)$/)?.[1];
  assertEquals((await request(server.model, undefined, "wrong")).status, 401);
  assertEquals((await request(server.model, undefined, token)).status, 200);
  await end(server, "SIGTERM");
  await Deno.remove(folder, { recursive: true });
});

Deno.test({
  name: "examples/serve.ts prints curl lines that work as they stand",
  ignore: !await hasCurl(),
  fn: async () => {
    const folder = await Deno.makeTempDir();
    const server = await serve(folder);
    const { success, stdout } = await new Deno.Command("sh", { args: ["-ec", server.lines.join("\n")] }).output();
    assertEquals(success, true);
    const answer = new TextDecoder().decode(stdout);
    assertEquals(answer.includes('"version":0') && answer.includes('"samples":1'), true, answer);
    await end(server, "SIGTERM");
    await Deno.remove(folder, { recursive: true });
  },
});

Deno.test({
  name: "the curl lines of the README work as they stand, but for the port",
  ignore: !await hasCurl(),
  fn: async () => {
    const folder = await Deno.makeTempDir();
    const readme = await Deno.readTextFile(new URL("../../README.md", import.meta.url));
    const scripts = [...readme.matchAll(/```sh\n(curl [^]*?)```/g)].map((match) => match[1]);
    assertEquals(scripts.length, 2);
    const server = await serve(folder);
    const { host } = new URL(server.model);
    await Deno.writeTextFile(
      `${folder}/iris.csv`,
      "a,b,c,d,species\n5,3,1,0,setosa\n6,3,5,2,virginica\n1,2,3,4,tulip\n",
    );
    await Deno.writeTextFile(`${folder}/.curlrc`, "fail\n"); // an answer of 400 or more is an error
    const { success, stdout, stderr } = await new Deno.Command("sh", {
      args: ["-ec", scripts.join("").replaceAll("localhost:8000", host)],
      cwd: folder,
      env: { TOKEN: "secret", HOME: folder },
    }).output();
    const decoder = new TextDecoder();
    assertEquals(success, true, decoder.decode(stderr));
    const answer = decoder.decode(stdout);
    assertEquals(answer.includes('"probabilities"') && answer.includes('"status":"refused"'), true, answer);
    assertEquals((await request(server.model)).body.samples, 3);
    const { state } = decodeLearner(await Deno.readFile(`${folder}/iris.safetensors`));
    assertEquals(state.samples, 1);
    await end(server, "SIGTERM");
    await Deno.remove(folder, { recursive: true });
  },
});

Deno.test("examples/serve.ts serves a snapshot, and goes on from what the store knows more", async () => {
  const folder = await Deno.makeTempDir();
  const learner = createLearner({
    network: { inputs: 1, layers: [{ units: 1, activation: "identity", initializer: "zeros" }] },
    optimizer: sgd({ learningRate: 0.5 }),
  });
  const { state } = learner.learnOne(learner.init(), { features: [1], target: 2 }); // w = b = 1
  await Deno.writeFile(`${folder}/line.safetensors`, encodeLearner(learner, state));
  for (const samples of [1, 2]) {
    const server = await serve(folder, [`${folder}/line.safetensors`]);
    assertEquals(new URL(server.model).pathname, "/models/line");
    assertEquals((await request(server.model)).body.samples, samples);
    assertEquals((await request(`${server.model}/predict`, { features: [3] })).body.output, [4]);
    await request(`${server.model}/learn`, { features: [1], target: 2 });
    await end(server, "SIGTERM");
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("examples/serve.ts opens the app's database on Deno Deploy, and does not print the token", async () => {
  const folder = await Deno.makeTempDir();
  const env = { DENO_DEPLOY: "true", DENO_KV_DEFAULT_PATH: `${folder}/deploy.kv` };
  const server = await serve(folder, [], env);
  assertEquals(server.lines, []);
  assertEquals((await request(`${server.model}/learn`, { features: [5, 3, 1, 0], target: 0 })).status, 200);
  await end(server, "SIGINT");
  assertEquals([...Deno.readDirSync(folder)].some(({ name }) => name === "serve.kv"), false);
  const again = await serve(folder, [], env);
  assertEquals((await request(again.model)).body.samples, 1);
  await end(again, "SIGINT");
  await Deno.remove(folder, { recursive: true });
});

Deno.test("examples/serve.ts refuses to start without a token on Deno Deploy", async () => {
  const folder = await Deno.makeTempDir();
  const { flags } = await chooseStd();
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--unstable-kv", ...flags, script],
    env: { NO_COLOR: "1", DENO_DEPLOY: "true", BACKSTREAM_TOKEN: "", BACKSTREAM_KV: `${folder}/serve.kv` },
  }).output();
  assertEquals(code, 1);
  const message = "Cannot serve as BACKSTREAM_TOKEN must be set: current value is missing";
  assertEquals(new TextDecoder().decode(stderr).includes(message), true);
  await Deno.remove(folder, { recursive: true });
});
