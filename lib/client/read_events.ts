import { readLines, type ReadLinesOptions } from "./read_lines.ts";

/** An event of an event stream. */
export interface StreamEvent {
  /** Its data. */
  readonly data: string;
  /** The id that was last given, by which a stream goes on where it ended; "" before. */
  readonly lastId: string;
  /** How many milliseconds to wait before connecting again, if the stream has said so. */
  readonly retry: number | undefined;
}

/**
 * The events of a stream of the type `text/event-stream`, as the HTML standard has it (section 9.2). An event that is cut
 * short is left out.
 *
 * @param body The bytes.
 * @param options When to stop before the end.
 * @returns The events.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  options: ReadLinesOptions = {},
): AsyncGenerator<StreamEvent, void, void> {
  let [data, lastId]: [string[], string] = [[], ""];
  let retry: number | undefined;
  for await (const line of readLines(body, options)) {
    if (line === "") {
      if (data.length > 0) yield { data: data.join("\n"), lastId, retry };
      data = [];
      continue;
    }
    const [, field, value] = line.match(/^([^:]*)(?:: ?(.*))?$/s)!;
    if (field === "data") data.push(value ?? "");
    else if (field === "id" && !(value ?? "").includes("\0")) lastId = value ?? "";
    else if (field === "retry" && /^\d+$/.test(value ?? "")) retry = Number(value);
  }
}
