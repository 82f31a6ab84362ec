/**
 * Fuzzes the endpoint for long: 100,000 requests over every route, and 3,000 connections of raw bytes.
 *
 * Run: deno task fuzz [SEED] [REQUESTS]
 * The first request that fails is shrunk and printed; the same seed finds it again.
 */
import { fuzzApp } from "./fuzz_app.ts";
import { fuzzConnections } from "./fuzz_connections.ts";

const seed = Number(Deno.args[0] ?? Date.now() % 2 ** 31);
const requests = Number(Deno.args[1] ?? 100_000);
console.log(`seed ${seed}`);

const heap: number[] = [];
const start = performance.now();
const figures = await fuzzApp({
  seed,
  requests,
  onThousand(done) {
    if (done % (requests / 10) !== 0) return;
    (globalThis as { gc?: () => void }).gc?.();
    heap.push(Deno.memoryUsage().heapUsed / 2 ** 20);
    const seconds = (performance.now() - start) / 1000;
    console.log(`${done} requests after ${seconds.toFixed(0)} s, ${heap.at(-1)!.toFixed(1)} MiB in use`);
  },
});
console.log(figures);
console.log(await fuzzConnections({ seed, connections: 3000 }));
const grown = heap.at(-1)! - heap[1];
console.log(`memory: ${grown.toFixed(1)} MiB more at the end than after a fifth`);
if (grown > 16) Deno.exit(1);
