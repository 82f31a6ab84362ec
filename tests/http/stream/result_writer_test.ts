import { SampleError } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { describeOutcome } from "../../../lib/http/describe_outcome.ts";
import type { Outcome } from "../../../lib/http/hosted/learn_request.ts";
import type { OutputForm } from "../../../lib/http/output_form.ts";
import { createResultWriter, type LineResult } from "../../../lib/http/stream/result_writer.ts";

const forms: OutputForm[] = [
  { task: "regression", labels: [], probabilities: false },
  { task: "classification", labels: [], probabilities: true },
  { task: "classification", labels: ["no", "yes"], probabilities: true },
  { task: "multilabel", labels: ["wet", "cold"], probabilities: true },
];

function learned(output: number[], cost: number): Outcome {
  return { status: "learned", output, cost };
}

const refused = new SampleError({ field: "features[0]", rule: "be a finite number — ü", value: NaN });
const outcomes: (Outcome | undefined)[] = [
  learned([0.5, -2], 0.125),
  learned([Math.fround(0.1), Math.fround(1e-9)], Math.fround(1e20)),
  { status: "duplicate" },
  { status: "refused", error: refused },
  { status: "unknown" },
  undefined,
];

/** What a line is, made as an object and then a text. */
function expected({ line, id, outcome }: LineResult, form: OutputForm): string {
  const named = id === undefined || outcome?.status === "refused" ? {} : { id };
  return JSON.stringify({ line, ...named, ...describeOutcome(outcome, form) }) + "\n";
}

Deno.test("createResultWriter() writes a line for each result, as JSON.stringify would", () => {
  for (const form of forms) {
    const results = outcomes.flatMap((outcome, i): LineResult[] => [
      { line: i + 1, id: undefined, outcome },
      { line: 10 ** i, id: `n"${i}😀`, outcome },
    ]);
    const writer = createResultWriter(form, results.length);
    for (const result of results) writer.add(result);
    assertEquals(new TextDecoder().decode(writer.take()), results.map((result) => expected(result, form)).join(""));
    assertEquals(writer.take().length, 0);
  }
});

Deno.test("createResultWriter() makes room for more and longer lines than there should be", () => {
  const result = { line: 7, id: "ü".repeat(300), outcome: learned(Array(50).fill(Math.fround(-1 / 3)), 0.5) };
  const writer = createResultWriter(forms[1], 1);
  for (let i = 0; i < 100; i++) writer.add(result);
  const taken = writer.take();
  writer.add({ ...result, line: 8 }); // what was taken stays
  assertEquals(new TextDecoder().decode(taken), expected(result, forms[1]).repeat(100));
  assertEquals(new TextDecoder().decode(writer.take()), expected({ ...result, line: 8 }, forms[1]));
});
