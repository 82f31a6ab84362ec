import { assertEquals } from "@std/assert";
import { readLines } from "../../lib/client/read_lines.ts";
import { bodyOf } from "./fake_endpoint.ts";

Deno.test("readLines() reads the same lines wherever the bytes are cut", async () => {
  const text = "a\nbü\r\n\r\nc\rd\n\n€";
  const bytes = new TextEncoder().encode(text);
  for (let size = 1; size <= bytes.length; size++) {
    const pieces = Array.from(
      { length: Math.ceil(bytes.length / size) },
      (_, i) => bytes.slice(i * size, (i + 1) * size),
    );
    const lines = await Array.fromAsync(readLines(ReadableStream.from(pieces)));
    assertEquals(lines, ["a", "bü", "", "c", "d", "", "€"], `pieces of ${size}`);
  }
});

Deno.test("readLines() reads nothing from nothing, and no line after the last end", async () => {
  assertEquals(await Array.fromAsync(readLines(bodyOf())), []);
  assertEquals(await Array.fromAsync(readLines(bodyOf("a\r\n"))), ["a"]);
  assertEquals(await Array.fromAsync(readLines(bodyOf("\r"))), [""]);
});

/** A body that gives one piece and then nothing more; and whether it is cancelled. */
function endless() {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode("a\nb")),
    cancel: () => void (cancelled = true),
  });
  return { body, cancelled: () => cancelled };
}

Deno.test("readLines() cancels the body when the reader stops", async () => {
  const { body, cancelled } = endless();
  for await (const line of readLines(body)) {
    assertEquals(line, "a");
    break;
  }
  assertEquals(cancelled(), true);
});

Deno.test("readLines() ends when it is aborted, and when nothing comes for too long", async () => {
  const stop = new AbortController();
  const { body, cancelled } = endless();
  const lines = readLines(body, { signal: stop.signal });
  assertEquals(await lines.next(), { done: false, value: "a" });
  const next = lines.next();
  stop.abort();
  assertEquals([await next, cancelled()], [{ done: false, value: "b" }, true]);
  assertEquals(await Array.fromAsync(readLines(endless().body, { idle: 1 })), ["a", "b"]);
  assertEquals(await Array.fromAsync(readLines(endless().body, { signal: AbortSignal.abort() })), []);
});
