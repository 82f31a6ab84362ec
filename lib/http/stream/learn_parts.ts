import type { Context } from "../../deps/hono.ts";
import { type DenseSamples, type Sample, SampleError } from "../../feature/mod.ts";
import { describeSummary } from "../describe_summary.ts";
import type { Desk } from "../desk.ts";
import type { HostedModel } from "../hosted/hosted_model.ts";
import type { LearnAnswer, LearnSummary } from "../hosted/learn_request.ts";
import { outputForm } from "../output_form.ts";
import { readIdempotency } from "../read_idempotency.ts";
import { readSample } from "../sample/read_sample.ts";
import { type SampleRules, sampleRules } from "../sample/sample_rules.ts";
import { toProblem } from "../to_problem.ts";
import { createResultWriter, type ResultWriter } from "./result_writer.ts";
import { bytesOf, idOf, lineOf, objectsOf, type RowList } from "./row_list.ts";
import { SampleRows } from "./sample_rows.ts";

/** What parts are learned by, and what is answered. */
export interface LearnPartsOptions {
  /** The request. */
  readonly context: Context;
  /** Where errors are reported, and the limits. */
  readonly desk: Desk;
  /** The model. */
  readonly model: HostedModel;
  /** Which lines are answered. */
  readonly results: "all" | "problems" | "none";
}

/** A part as it is learned. */
interface ReadPart {
  /** The samples of the rows that hold one. */
  readonly samples: readonly Sample[] | DenseSamples;
  /** What is wrong with the others, by their places. */
  readonly faults: ReadonlyMap<number, SampleError>;
}

const NO_FAULTS: ReadPart["faults"] = new Map();
const NO_BYTES = new Uint8Array(0);
const NOTHING: LearnSummary = { version: 0, learned: 0, duplicates: 0, refused: 0, cost: NaN, before: 0 };

/**
 * Learns rows part by part, one after the other, and writes what has become of them.
 *
 * @param parts The rows.
 * @param options What they are learned by.
 * @returns Some lines of NDJSON for each part when it is durable, and the summary at the end. It throws nothing: what goes
 * wrong ends it with a summary that says so, `line` being the first of the part that was not learned.
 */
export async function* learnParts(
  parts: AsyncIterable<RowList>,
  options: LearnPartsOptions,
): AsyncGenerator<string | Uint8Array> {
  const { context, desk } = options;
  let sum = NOTHING;
  let line = 1;
  let number = 0;
  try {
    for await (const rows of parts) {
      line = lineOf(rows, 0);
      const { summary, bytes } = await learnPart(rows, number++, options);
      sum = number === 1 ? summary : added(sum, summary);
      line = lineOf(rows, rows.length - 1) + 1;
      if (bytes.length > 0) yield bytes;
    }
    if (number === 0) sum = { ...NOTHING, version: (await options.model.head()).version };
    yield JSON.stringify({ status: "done", ...describeSummary(sum) }) + "\n";
  } catch (error) {
    const { response, internal } = toProblem(error, context.get("requestId"));
    if (internal) desk.report(error);
    const problem = await response.json();
    yield JSON.stringify({ status: "failed", line, problem, ...describeSummary(sum) }) + "\n";
  }
}

async function learnPart(rows: RowList, number: number, options: LearnPartsOptions) {
  const { context, desk, model, results } = options;
  const { learner } = await model.head();
  const { samples, faults } = readPart(rows, sampleRules(learner, desk.limits));
  const values = context.req.header("idempotency-key") === undefined
    ? ""
    : JSON.stringify(objectsOf(rows).map(({ value }) => value));
  const idempotency = await readIdempotency(context, values, number);
  const answer = samples.length === 0 ? undefined : await model.learn({
    samples,
    atomic: false,
    bytes: bytesOf(rows),
    ...idempotency === undefined ? {} : { idempotency },
  });
  const head = await model.head();
  const bytes = results === "none" ? NO_BYTES : writeResults(rows, {
    writer: createResultWriter(outputForm(answer?.learner ?? learner, head.state), rows.length),
    problemsOnly: results === "problems",
    faults,
    answer,
  });
  const summary = answer ?? { ...NOTHING, version: head.version, before: head.stats.learned };
  return { summary: { ...summary, refused: summary.refused + faults.size }, bytes };
}

function readPart(rows: RowList, rules: SampleRules): ReadPart {
  if (rows instanceof SampleRows) return { samples: rows.samples, faults: NO_FAULTS };
  const samples: Sample[] = [];
  const faults = new Map<number, SampleError>();
  objectsOf(rows).forEach(({ value, fault }, i) => {
    try {
      if (fault !== undefined) throw fault;
      samples.push(readSample(value, rules));
    } catch (error) {
      if (!(error instanceof SampleError)) throw error;
      faults.set(i, error);
    }
  });
  return { samples, faults };
}

interface WriteOptions {
  readonly writer: ResultWriter;
  /** Whether lines that were learned are left out. */
  readonly problemsOnly: boolean;
  readonly faults: ReadPart["faults"];
  readonly answer: LearnAnswer | undefined;
}

function writeResults(rows: RowList, { writer, problemsOnly, faults, answer }: WriteOptions): Uint8Array {
  let next = 0;
  for (let i = 0; i < rows.length; i++) {
    const error = faults.get(i);
    const outcome = error === undefined ? answer!.outcome(next++) : { status: "refused" as const, error };
    if (problemsOnly && (outcome === undefined || outcome.status === "learned")) continue;
    writer.add({ line: lineOf(rows, i), id: idOf(rows, i), outcome });
  }
  return writer.take();
}

/** Of the costs the mean, weighted by the numbers of samples. */
function added(sum: LearnSummary, part: LearnSummary): LearnSummary {
  const learned = sum.learned + part.learned;
  const costs = (sum.learned === 0 ? 0 : sum.cost * sum.learned) + (part.learned === 0 ? 0 : part.cost * part.learned);
  return {
    version: part.version,
    learned,
    duplicates: sum.duplicates + part.duplicates,
    refused: sum.refused + part.refused,
    cost: costs / learned,
    before: sum.before,
  };
}
