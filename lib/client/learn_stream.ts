import type { Sample } from "../feature/mod.ts";
import type { LearnSummary, SampleResult, StreamedResult } from "./answers.ts";
import type { LearnStreamOptions } from "./client.ts";
import { collectBatches } from "./collect_batches.ts";
import { type Problem, ProblemError } from "./problem_error.ts";
import { randomKey } from "./random_key.ts";
import { readLines } from "./read_lines.ts";
import { send, type Sender } from "./send.ts";
import { writeJson } from "./write_json.ts";

/** What is learned, and where. */
export interface StreamToLearn {
  /** The path of the route. */
  readonly path: string;
  /** The samples. */
  readonly samples: AsyncIterable<Sample> | Iterable<Sample>;
}

/** A line of an answer. */
type AnswerLine =
  | SampleResult & { readonly line: number }
  | LearnSummary & { readonly status: "done" }
  | { readonly status: "failed"; readonly problem: Problem };

/** What an answer holds. */
interface BatchAnswer {
  readonly results: readonly StreamedResult[];
  readonly summary: LearnSummary;
}

/**
 * Learns samples in requests of a bounded size, one after the other, each under an idempotency key of its own.
 *
 * @param sender How requests are sent.
 * @param stream What is learned, and where.
 * @param options How large requests are, and which results are given.
 * @returns The results as they become durable; at the end what was learned in all.
 * @throws {ProblemError} If an answer is an error; what was given before is durable.
 */
export async function* learnStream(
  sender: Sender,
  { path, samples }: StreamToLearn,
  options: LearnStreamOptions = {},
): AsyncGenerator<StreamedResult, LearnSummary, void> {
  const { key = randomKey(), results = "all", batch = 512, linger = 1000, signal } = options;
  const query = results === "all" ? "" : `?results=${results}`;
  let total: LearnSummary = { samples: 0, duplicates: 0, refused: 0, cost: null, version: 0, before: 0 };
  let [index, number] = [0, 0];
  for await (const some of collectBatches(samples, { size: batch, linger })) {
    const first = index;
    const answer = await send(sender, {
      method: "POST",
      path: path + query,
      headers: { "content-type": "application/x-ndjson", "idempotency-key": `${key}-${number}` },
      body: some.map((sample) => `${writeJson(sample)}\n`).join(""),
      repeatable: true,
      signal,
      read: (response) => readAnswer(response, first),
    });
    yield* answer.results;
    total = number === 0 ? answer.summary : added(total, answer.summary);
    index += some.length;
    number++;
  }
  return total;
}

/** The answer is read whole, so that a request whose answer breaks off can be sent again; it is as small as the request. */
async function readAnswer(response: Response, first: number): Promise<BatchAnswer> {
  const results: StreamedResult[] = [];
  for await (const text of readLines(response.body!)) {
    const line: AnswerLine = JSON.parse(text);
    if (line.status === "failed") throw new ProblemError(line.problem);
    if (line.status === "done") {
      const { status: _, ...summary } = line;
      return { results, summary };
    }
    const { line: place, ...result } = line;
    results.push({ index: first + place - 1, ...result });
  }
  throw new Error("the answer has no end");
}

/** Of the costs the mean, weighted by the numbers of samples. */
function added(sum: LearnSummary, part: LearnSummary): LearnSummary {
  const samples = sum.samples + part.samples;
  const costs = (sum.cost ?? 0) * sum.samples + (part.cost ?? 0) * part.samples;
  return {
    samples,
    duplicates: sum.duplicates + part.duplicates,
    refused: sum.refused + part.refused,
    cost: samples === 0 ? null : costs / samples,
    version: part.version,
    before: sum.before,
  };
}
