import { sampleOf } from "./model.ts";
import type { LocalServer } from "./start_server.ts";

/** What a server takes up at one moment. */
export interface Mark {
  /** How many samples it has learned. */
  readonly samples: number;
  /** How many bytes its process has in memory. */
  readonly memory: number;
  /** How many bytes its store has on disk. */
  readonly store: number;
}

/** Options of {@linkcode soak}. */
export interface SoakOptions {
  /** The server. */
  readonly server: LocalServer;
  /** The file of its store. */
  readonly file: string;
  /** How many samples it is to learn. */
  readonly samples: number;
  /** How many samples there are from one mark to the next. */
  readonly every: number;
}

/** So many lines a stream has. */
const STREAM = 20_000;
/** So many samples an array has. */
const ARRAY = 100;
/** So many arrays go with a stream. */
const ARRAYS = 10;
/** So many predictions are remembered and labelled with a stream. */
const LABELS = 50;

/**
 * Traffic of every kind at full speed, in rounds: a stream of samples with ids, arrays with idempotency keys, samples one by
 * one, and predictions that are labelled later. The server writes versions all the while.
 *
 * @param options The server, and how much it is to learn.
 * @returns What it took up on the way.
 */
export async function soak({ server, file, samples, every }: SoakOptions): Promise<Mark[]> {
  const url = `${server.address}/models/model`;
  const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const marks: Mark[] = [];
  let [sent, learned] = [0, 0];
  const next = () => sampleOf(sent++ % 2 ** 20);
  const withId = () => JSON.stringify({ ...next(), id: `${sent}` });
  const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  const add = ({ samples }: { samples: number }) => void (learned += samples);

  while (learned < samples) {
    const streamed = post("learn?results=none", many(STREAM, withId).join("\n"), {
      "content-type": "application/x-ndjson",
    });
    const arrays = async () => {
      for (let i = 0; i < ARRAYS; i++) {
        const body = JSON.stringify(many(ARRAY, next));
        add(await post("learn", body, { "idempotency-key": `${sent}` }));
        add(await post("learn", JSON.stringify(next())));
      }
    };
    const labels = async () => {
      const made = many(LABELS, next);
      const { predictions } = await post(
        "predict?remember=1",
        JSON.stringify(made.map(({ features }) => ({ features }))),
      );
      const late = made.map(({ target }, i) => ({ id: predictions[i].id, target }));
      add(await post("label", JSON.stringify(late)));
    };
    await Promise.all([streamed.then(add), arrays(), labels()]);
    if (learned >= (marks.length + 1) * every) {
      marks.push({ samples: learned, memory: server.memory(), store: storeBytes(file) });
    }
  }
  return marks;
}

/** The size of the database, with its log of what is not in it yet. */
function storeBytes(file: string): number {
  let bytes = 0;
  for (const suffix of ["", "-wal"]) {
    try {
      bytes += Deno.statSync(`${file}${suffix}`).size;
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
  return bytes;
}
