import { assertEquals } from "@std/assert";
import { decodeLearner } from "@backstream/backstream";
import { runExample } from "./run_example.ts";

Deno.test("examples/demo.ts reads at least 96 % of the test digits after one pass, and leaves pictures and a snapshot", async () => {
  const out = await Deno.makeTempDir();
  const [learning, testing, pictures, snapshot] = await runExample("demo", "--out", out);
  const prequential = Number(learning.match(/^while learning: (\S+) % of 60000 digits right/)?.[1]);
  const accuracy = Number(testing.match(/^test accuracy: (\S+) % of 10000 digits/)?.[1]);
  assertEquals(accuracy >= 96, true, testing);
  assertEquals(prequential > 90 && prequential < accuracy, true, learning);

  assertEquals(pictures.endsWith(`${out}/mnist.svg`), true);
  const svg = await Deno.readTextFile(`${out}/mnist.svg`);
  assertEquals(svg.startsWith("<svg") && svg.includes("data:image/png;base64,"), true);

  assertEquals(snapshot.endsWith(`deno task serve ${out}/mnist.safetensors`), true);
  const { state } = decodeLearner(await Deno.readFile(`${out}/mnist.safetensors`));
  assertEquals(state.samples, 60_000);
  assertEquals(state.network.layers.map(({ units }) => units), [100, 10]);
  await Deno.remove(out, { recursive: true });
});
