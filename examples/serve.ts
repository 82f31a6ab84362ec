/**
 * The endpoint: serves a model that learns from each request and keeps what it has learned in Deno KV.
 *
 * Run: deno task serve [out/mnist.safetensors]
 * Without a snapshot it serves `iris`, a new model of four inputs and three classes. On Deno Deploy this file is the
 * entrypoint; attach a Deno KV database and set BACKSTREAM_TOKEN there.
 *
 * Environment: BACKSTREAM_TOKEN, the bearer token (made at the start if there is none, but not on Deno Deploy); PORT
 * (8000); BACKSTREAM_KV, the file of the database (out/backstream.kv).
 */
import { basename, dirname } from "node:path";
import {
  adam,
  createLearner,
  decodeLearner,
  encodeLearner,
  type Learner,
  StoreConflictError,
} from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { denoKvStore, retryLocked } from "@backstream/backstream/store/deno_kv";

const onDeploy = Deno.env.get("DENO_DEPLOY") !== undefined;
const token = Deno.env.get("BACKSTREAM_TOKEN") || (onDeploy ? undefined : crypto.randomUUID());
if (token === undefined) throw new Error("Cannot serve as BACKSTREAM_TOKEN must be set: current value is missing");

const kv = await openKv();
const store = denoKvStore(kv);
const { name, learner } = await openModel(Deno.args[0]);
const app = createApp({ models: { [name]: learner }, store, auth: { token } });

const server = Deno.serve({ port: Number(Deno.env.get("PORT") ?? 8000), onListen: tellHow }, app.fetch);
const signals: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM"];
for (const signal of signals) Deno.addSignalListener(signal, stop);
await server.finished; // open requests have their answers, and what they taught is saved
await app.close();
kv.close();

/**
 * Finishes what is open, but waits no longer than 4 seconds for a client that does not: what was learned is saved, and after 5
 * seconds Deno Deploy kills.
 */
function stop(): void {
  Deno.unrefTimer(setTimeout(() => Deno.exit(0), 4000));
  app.close();
  server.shutdown();
}

/** The app's database on Deno Deploy, a file elsewhere. */
async function openKv(): Promise<Deno.Kv> {
  if (onDeploy) return Deno.openKv();
  const path = Deno.env.get("BACKSTREAM_KV") ?? "out/backstream.kv";
  await Deno.mkdir(dirname(path), { recursive: true });
  return retryLocked(() => Deno.openKv(path));
}

/** The learner of the snapshot, named after its file; what it has learned is stored unless the store knows more. */
async function openModel(path: string | undefined): Promise<{ name: string; learner: Learner }> {
  if (path === undefined) {
    const learner = createLearner({
      network: {
        inputs: 4,
        layers: [{ units: 16, activation: "relu" }, { units: 3, activation: "softmax" }],
        cost: "crossEntropy",
        seed: 1,
      },
      optimizer: adam({ learningRate: 0.01 }),
      labels: ["setosa", "versicolor", "virginica"],
    });
    return { name: "iris", learner };
  }
  const name = basename(path, ".safetensors");
  const { learner, state } = decodeLearner(await Deno.readFile(path));
  try {
    await store.save(name, encodeLearner(learner, state), undefined);
  } catch (error) {
    if (!(error instanceof StoreConflictError)) throw error; // it goes on from where it was
  }
  return { name, learner };
}

/** Prints where the model is and what to paste into a shell to use it. */
function tellHow({ port }: Deno.NetAddr): void {
  const model = `http://localhost:${port}/models/${encodeURIComponent(name)}`;
  const zeros = Array(learner.init().network.inputs).fill(0).join(", ");
  console.log(`serving ${name} at ${model}`);
  if (onDeploy) return;
  const curl = 'curl -H "authorization: Bearer $TOKEN" -H "content-type: application/json"';
  console.log(`# dashboard: http://localhost:${port}/, which asks for the token`);
  console.log(`export TOKEN=${token}`);
  console.log(`${curl} ${model}/predict -d '{ "features": [${zeros}] }'`);
  console.log(`${curl} ${model}/learn -d '{ "features": [${zeros}], "target": 0 }'`);
}
