import { assertEquals } from "@std/assert";
import { streamText } from "../../../lib/http/stream/stream_text.ts";

/** Texts that tell when they are made, and the stream of them. */
function logged(texts: string[], milliseconds = 1000) {
  const log: string[] = [];
  async function* make() {
    try {
      for (const text of texts) {
        log.push(text);
        yield await Promise.resolve(text);
      }
    } finally {
      log.push("left");
    }
  }
  return { log, stream: streamText(make(), { milliseconds, onEnd: () => void log.push("end") }) };
}

Deno.test("streamText() makes a text when it is asked for the next", async () => {
  const { log, stream } = logged(["one", "zwölf"]);
  const reader = stream.getReader();
  assertEquals(log, []);
  assertEquals((await reader.read()).value, new TextEncoder().encode("one"));
  assertEquals(log, ["one"]);
  assertEquals((await reader.read()).value, new TextEncoder().encode("zwölf"));
  assertEquals((await reader.read()).done, true);
  assertEquals(log, ["one", "zwölf", "left", "end"]);
});

Deno.test("streamText() takes bytes as they are", async () => {
  async function* make() {
    yield await Promise.resolve(Uint8Array.of(1, 255));
    yield "a";
  }
  const stream = streamText(make(), { milliseconds: 1000, onEnd: () => {} });
  assertEquals(new Uint8Array(await new Response(stream).arrayBuffer()), Uint8Array.of(1, 255, 97));
});

Deno.test("streamText() ends what makes the texts when the client goes", async () => {
  const { log, stream } = logged(["one", "two"]);
  const reader = stream.getReader();
  await reader.read();
  await reader.cancel();
  assertEquals(log, ["one", "end", "left"]);
});

Deno.test("streamText() cuts off a client that does not go on reading", async () => {
  const { log, stream } = logged(["one", "two"], 5);
  const reader = stream.getReader();
  await reader.read();
  await new Promise((resolve) => setTimeout(resolve, 30));
  assertEquals((await reader.read()).done, true);
  assertEquals(log, ["one", "end", "left"]);
});
