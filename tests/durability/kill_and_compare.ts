import { nextRandom } from "../../mod.ts";
import { compare } from "./compare.ts";
import { type Load, runLoad } from "./load.ts";
import { createModel } from "./model.ts";

/** A server that can be killed. */
export interface Killable {
  /** Its address. */
  readonly address: string;
  /** Kills it at once, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Options of {@linkcode killAndCompare}. */
export interface KillOptions {
  /** Starts the server, on what the one before it has left. */
  readonly start: () => Promise<Killable>;
  /** How often it is killed. */
  readonly kills: number;
  /** How many samples it has answered for on average when it is killed. */
  readonly samples: number;
  /** What the moments and the clients' choices begin from. */
  readonly seed: number;
  /** What every request has to say, such as a token. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came of it. */
export interface Killed extends Omit<Load, "acknowledged"> {
  /** How many samples were learned, each once. */
  readonly samples: number;
}

/**
 * Kills the server again and again, at random moments, while 8 clients send samples, and starts it anew; then compares what was
 * answered with what was learned.
 */
export async function killAndCompare(options: KillOptions): Promise<Killed> {
  const { start, kills, samples: most, seed, headers = {} } = options;
  let server = start();
  let killed = 0;

  let state = seed;
  const draw = () => {
    let value: number;
    [value, state] = nextRandom(state);
    return value;
  };
  let next = 2 * most * draw();
  const killAt = async (acknowledged: number) => {
    if (acknowledged < next || killed === kills) return;
    next = Infinity;
    const { kill } = await server;
    await new Promise((resolve) => setTimeout(resolve, 10 * draw()));
    server = kill().then(start);
    await server;
    killed++;
    next = acknowledged + 2 * most * draw();
  };
  const { acknowledged, ...counts } = await runLoad({
    address: async () => (await server).address,
    clients: 8,
    goesOn: () => killed < kills,
    onAnswer: killAt,
    seed,
    headers,
  });
  const last = await server;
  const response = await fetch(`${last.address}/models/model/snapshot`, { headers });
  const samples = compare(createModel(), acknowledged, new Uint8Array(await response.arrayBuffer()));
  await last.kill();
  return { samples, ...counts };
}
