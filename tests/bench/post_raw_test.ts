import { assertEquals } from "@std/assert";
import { postRaw } from "./endpoint/post_raw.ts";

Deno.test("postRaw() sends a body whole, and gives the answer as it came", async () => {
  const seen: unknown[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, async (request) => {
    const { pathname, search } = new URL(request.url);
    const { length } = new Uint8Array(await request.arrayBuffer());
    seen.push([request.method, pathname + search, request.headers.get("content-type"), length]);
    return new Response("fine");
  });
  const answer = await postRaw(`http://127.0.0.1:${server.addr.port}/a?b=c`, "text/csv", new Uint8Array(1_000_000));
  assertEquals([answer.startsWith("HTTP/1.1 200 OK\r\n"), answer.endsWith("\r\n\r\nfine")], [true, true]);
  assertEquals(seen, [["POST", "/a?b=c", "text/csv", 1_000_000]]);
  await server.shutdown();
});
