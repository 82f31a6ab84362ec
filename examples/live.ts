/** An endpoint whose model learns from a stream while its dashboard shows how: what `deno task demo --serve` does. */
import type { Learner, Sample } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { denoKvStore, retryLocked } from "@backstream/backstream/store/deno_kv";

/** What is served, and what it learns from. */
export interface LiveOptions {
  /** What the model is called. */
  readonly name: string;
  /** How it learns. */
  readonly learner: Learner;
  /** What it learns from. */
  readonly samples: Iterable<Sample>;
  /** How many samples a second. */
  readonly rate: number;
  /** The folder of the database. */
  readonly out: string;
}

/** How many milliseconds lie between two requests to learn. */
const STEP = 50;

/**
 * Serves a model on this machine alone, and lets it learn from a stream. When it is started again it goes on where it was.
 *
 * Environment: BACKSTREAM_TOKEN, the token to sign in with (made at the start if there is none); PORT (8000).
 *
 * @param options What is served, and what it learns from.
 * @returns Resolves when the process has been told to end, and all that was learned is in the database.
 */
export async function serveLive({ name, learner, samples, rate, out }: LiveOptions): Promise<void> {
  await Deno.mkdir(out, { recursive: true });
  const kv = await retryLocked(() => Deno.openKv(`${out}/${name}.kv`));
  const token = Deno.env.get("BACKSTREAM_TOKEN") || crypto.randomUUID();
  const app = createApp({
    models: { [name]: learner },
    store: denoKvStore(kv),
    auth: { token },
    versions: { samples: 5000 },
  });

  const onListen = ({ port }: Deno.NetAddr): void => {
    console.log(`watch it learn: http://localhost:${port}/dashboard/models/${name}`);
    console.log(`token to sign in with: ${token}`);
  };
  const port = Number(Deno.env.get("PORT") ?? 8000);
  const server = Deno.serve({ hostname: "127.0.0.1", port, onListen }, app.fetch);
  let isEnding = false;
  const signals: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM"];
  for (const signal of signals) {
    Deno.addSignalListener(signal, () => {
      isEnding = true;
      app.close();
      server.shutdown();
    });
  }

  const model = (await app.models.get(name))!;
  const known = (await model.head()).stats.learned;
  if (known > 0) console.log(`it has learned ${known} samples before, and goes on`);
  let batch: Sample[] = [];
  let read = 0;
  for (const sample of samples) {
    if (isEnding) break;
    if (++read <= known) continue;
    batch.push(sample);
    if (batch.length < rate * STEP / 1000) continue;
    await learn(batch);
    batch = [];
  }
  if (!isEnding && batch.length > 0) await learn(batch);
  if (!isEnding) console.log(`all ${read} samples are learned; the model is served until it is told to end`);
  await server.finished;
  await app.close();
  kv.close();

  async function learn(batch: Sample[]): Promise<void> {
    const time = new Promise((resolve) => setTimeout(resolve, STEP));
    await model.learn({ samples: batch }).catch((error) => {
      if (!isEnding) throw error; // a model that is closing takes nothing new
    });
    await time;
  }
}
