import { nextRandom, type Sample } from "../../mod.ts";
import { sampleOf } from "./model.ts";

/** Samples that a server has answered for. */
export interface Acknowledged {
  /** How many samples it had learned before the first of them. */
  readonly before: number;
  /** The samples, in order. */
  readonly samples: readonly Sample[];
}

/** Options of {@linkcode runLoad}. */
export interface LoadOptions {
  /** Says where the client may send its next request, as soon as there is a server. */
  readonly address: (client: number) => Promise<string>;
  /** How many clients send at the same time. */
  readonly clients: number;
  /** Whether a client is to send more, given how many samples all have had answers for. */
  readonly goesOn: (acknowledged: number) => boolean;
  /** Told how many samples all have had answers for. */
  readonly onAnswer?: (acknowledged: number) => void;
  /** What the clients' choices begin from. */
  readonly seed: number;
  /** What every request has to say, such as a token. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came of the load. */
export interface Load {
  /** What was answered for. */
  readonly acknowledged: readonly Acknowledged[];
  /** How many requests were sent again, as their answer was lost or the server was busy. */
  readonly repeated: number;
  /** How many of these had been committed before, so that the remembered answer came. */
  readonly replayed: number;
  /** How many samples were sent again under another key, and were known by their ids. */
  readonly duplicates: number;
}

/**
 * Clients that send samples until they have answers. Each request has an idempotency key and is repeated under it; half of them
 * have ids too, and some of these are sent again under another key; some predict, and send the label later.
 */
export async function runLoad(options: LoadOptions): Promise<Load> {
  const { address, clients, goesOn, onAnswer, seed, headers } = options;
  const acknowledged: Acknowledged[] = [];
  let [sent, count, repeated, replayed, duplicates] = [0, 0, 0, 0, 0];

  const ask = async (client: number, path: string, body: unknown, key?: string) => {
    while (true) {
      const response = await fetch(`${await address(client)}/models/model/${path}`, {
        method: "POST",
        headers: {
          ...headers,
          "content-type": "application/json",
          ...key === undefined ? {} : { "idempotency-key": key },
        },
        body: JSON.stringify(body),
      }).catch(() => undefined);
      const answer = await response?.json().catch(() => undefined);
      if (response?.status === 200 && answer !== undefined) return answer;
      if (response !== undefined && answer !== undefined && response.status !== 503) {
        throw new Error(`${path} was answered ${response.status}: ${JSON.stringify(answer)}`);
      }
      repeated++;
    }
  };

  const note = ({ before, samples: learned, replayed: again }: Answer, samples: readonly Sample[]) => {
    if (learned !== samples.length) throw new Error(`${learned} of ${samples.length} samples were learned`);
    acknowledged.push({ before, samples });
    count += learned;
    if (again) replayed++;
    onAnswer?.(count);
  };

  const run = async (client: number) => {
    let state = seed * 1000 + client;
    const draw = (below: number) => {
      let value: number;
      [value, state] = nextRandom(state);
      return Math.floor(value * below);
    };
    for (let request = 0; goesOn(count); request++) {
      const key = `${client}-${request}`;
      if (draw(4) === 0) {
        const { features, target } = sampleOf(sent++);
        const { id } = await ask(client, "predict?remember=1", { features });
        note(await ask(client, "label", { id, target }, key), [{ features, target }]);
        continue;
      }
      const samples = Array.from({ length: 1 + draw(4) }, () => sampleOf(sent++));
      const hasIds = draw(2) === 0;
      const body = hasIds ? samples.map((sample, i) => ({ ...sample, id: `${key}-${i}` })) : samples;
      note(await ask(client, "learn", body, key), samples);
      if (!hasIds || draw(4) > 0) continue;
      const again = await ask(client, "learn", body, `${key}-again`);
      if (again.samples !== 0) throw new Error(`${again.samples} samples were learned twice`);
      duplicates += again.duplicates;
    }
  };

  await Promise.all(Array.from({ length: clients }, (_, client) => run(client)));
  return { acknowledged, repeated, replayed, duplicates };
}

interface Answer {
  readonly before: number;
  readonly samples: number;
  readonly replayed?: boolean;
}
