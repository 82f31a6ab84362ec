import { assert, assertEquals, assertRejects } from "@std/assert";
import { paced } from "./endpoint/paced.ts";

/** Serves answers of a status, and counts what was asked. */
async function serving(status: number, use: (url: string, asked: string[]) => Promise<void>): Promise<void> {
  const asked: string[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, async (request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`);
    return Response.json({}, { status });
  });
  await use(`http://127.0.0.1:${server.addr.port}/learn`, asked);
  await server.shutdown();
}

Deno.test("paced() sends so many requests, and gives their latencies in order, without those of the warm-up", () =>
  serving(200, async (url, asked) => {
    const latencies = await paced({ url, body: "[1]", perSecond: 50, seconds: 0.4 });
    assertEquals(asked, Array(120).fill("POST /learn [1]")); // two seconds to warm up
    assertEquals(latencies.length, 20);
    assert(latencies.every((latency, i) => latency >= (latencies[i - 1] ?? 0)));
  }));

Deno.test("paced() does not take a failure for an answer", () =>
  serving(503, async (url) => {
    await assertRejects(() => paced({ url, body: "[1]", perSecond: 50, seconds: 0 }), Error, "HTTP/1.1 503");
  }));
