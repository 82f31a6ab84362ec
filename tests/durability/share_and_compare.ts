import { compare } from "./compare.ts";
import type { Killed } from "./kill_and_compare.ts";
import { runLoad } from "./load.ts";
import { createModel } from "./model.ts";
import { startServer } from "./start_server.ts";

/** Options of {@linkcode shareAndCompare}. */
export interface ShareOptions {
  /** The Deno KV file. */
  readonly file: string;
  /** How many servers share it. */
  readonly servers: number;
  /** How many samples are learned at least. */
  readonly samples: number;
  /** What the clients' choices begin from. */
  readonly seed: number;
}

/**
 * Several servers on one file, and 8 clients that go from one to the next with each request, labels of predictions and requests
 * that come again included; then compares what was answered with what every server has.
 */
export async function shareAndCompare({ file, servers, samples, seed }: ShareOptions): Promise<Killed> {
  const all = await Promise.all(Array.from({ length: servers }, () => startServer(file)));
  let turn = 0;
  const { acknowledged, ...counts } = await runLoad({
    address: () => Promise.resolve(all[turn++ % servers].address),
    clients: 8,
    goesOn: (count) => count < samples,
    seed,
  });
  let learned = 0;
  for (const { address, kill } of all) {
    const response = await fetch(`${address}/models/model/snapshot`);
    learned = compare(createModel(), acknowledged, new Uint8Array(await response.arrayBuffer()));
    await kill();
  }
  return { samples: learned, ...counts };
}
