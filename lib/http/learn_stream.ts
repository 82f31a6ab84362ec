import type { Context } from "../deps/hono.ts";
import { openBody } from "./body/open_body.ts";
import type { Desk } from "./desk.ts";
import type { HostedModel, ModelVersion } from "./hosted/hosted_model.ts";
import { readChoice } from "./read_choice.ts";
import { readKey } from "./read_idempotency.ts";
import { createLineReader } from "./sample/create_line_reader.ts";
import { csvSamples } from "./sample/csv_samples.ts";
import { csvRows } from "./stream/csv_rows.ts";
import { learnParts } from "./stream/learn_parts.ts";
import { type LineReader, ndjsonRows } from "./stream/ndjson_rows.ts";
import { readParts } from "./stream/read_parts.ts";
import type { RowSplitter } from "./stream/row_list.ts";
import { streamText } from "./stream/stream_text.ts";

/** What is learned by what. */
export interface StreamedLearning {
  /** The models and limits. */
  readonly desk: Desk;
  /** The model. */
  readonly model: HostedModel;
  /** What kind of body it is. */
  readonly type: "application/x-ndjson" | "text/csv";
}

/** How many rows a part has: a commit for each. */
const ROWS = 8192;
/** Of a stream with a key, whose parts are remembered one by one; with another number one that is sent again is cut elsewhere. */
const KEYED_ROWS = 4096;
/** How many bytes the rows of a part have at most. */
const LENGTH = 2 ** 20;

/**
 * Learns a body while it arrives and answers in NDJSON while it does: a line for each sample, written when it is durable,
 * and a summary at the end. Memory is bounded, however long the body is.
 *
 * - A line that cannot be used is refused by its number, and the others are learned: `{ line, status, ... }`.
 * - The last line has `status: "done"`, or `"failed"` with the `problem`, and the line from which on nothing was learned.
 * - `?results=problems` answers only lines that were not learned, and `?results=none` only the summary: for clients that do
 *   not read before all is sent. One that lets its answer lie for too long is cut off.
 * - CSV names its columns in the first row: `?target=` tells which is the target (`target`), `?weight=` and `?id=` which are
 *   weight and id, if any; the others are features.
 * - With the header `Idempotency-Key` parts are always full: the lines of a part are answered when all of it has arrived.
 *
 * @param context The request.
 * @param options The model and what it learns.
 * @returns The answer, as it is made.
 */
export async function learnStream(context: Context, { desk, model, type }: StreamedLearning): Promise<Response> {
  const { streamBytes, bodyMilliseconds, lineLength } = desk.limits;
  const results = readChoice(context, "results", ["all", "problems", "none"]);
  const key = readKey(context);
  const splitter: RowSplitter = type === "text/csv"
    ? csvRows(lineLength, csvSamples(await model.head(), columnsOf(context)))
    : ndjsonRows(lineLength, key === undefined ? lineReader(await model.head()) : undefined);
  const body = openBody(context.req.raw, { bytes: streamBytes, milliseconds: bodyMilliseconds });
  const rows = key === undefined ? ROWS : KEYED_ROWS;
  const parts = readParts(body, splitter, { rows, length: LENGTH, full: key !== undefined });
  const lines = learnParts(parts, { context, desk, model, results });
  return context.body(streamText(lines, { milliseconds: bodyMilliseconds, onEnd: body.cancel }), 200, {
    "content-type": "application/x-ndjson",
    "x-accel-buffering": "no", // or proxies may keep lines back
  });
}

/**
 * What reads the lines of a network; other learners take numbers in float64, and much more. A request with a key is told from
 * others by all digits of its numbers.
 */
function lineReader({ learner, state }: Pick<ModelVersion, "learner" | "state">): LineReader | undefined {
  return "maker" in learner.description ? undefined : createLineReader(state.network.inputs);
}

function columnsOf(context: Context) {
  const { target = "target", weight, id } = context.req.query();
  return { target, ...weight === undefined ? {} : { weight }, ...id === undefined ? {} : { id } };
}
