import { assertEquals } from "@std/assert";
import { describePrediction } from "../../../lib/http/describe_prediction.ts";
import { createClassWriter } from "../../../lib/http/stream/class_writer.ts";

Deno.test("createClassWriter() writes what describePrediction() tells of the class, in the room that it needs", () => {
  const cases: [labels: string[], probabilities: boolean, output: number[]][] = [
    [[], true, [0.25, 0.75]],
    [[], false, [0.75]],
    [["no", "yes"], true, [0.75]],
    [["no", "yes"], true, [0.75, 0.25]],
    [["a", "b", "c"], false, [1, 5, 2]],
    [["10", 'q"\n', "ü", "9"], true, [0.1, 0.2, 0.3, 0.4]], // an object has whole numbers first
    [["__proto__", "b"], true, [0.5, 0.5]],
    [["a"], true, [0.25, 0.75]], // an output that has no label yet
    [["1", "a", "0"], true, [0.25, 0.75]],
  ];
  for (const [labels, probabilities, output] of cases) {
    const { room, write } = createClassWriter({ task: "classification", labels, probabilities });
    const bytes = new Uint8Array(room);
    const text = new TextDecoder().decode(bytes.subarray(0, write(new DataView(bytes.buffer), 0, output)));
    const { output: _, ...told } = describePrediction(output, { task: "classification", labels, probabilities });
    assertEquals(`{"output":[]${text}}`, JSON.stringify({ output: [], ...told }));
  }
});
