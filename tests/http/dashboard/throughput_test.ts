import { assertEquals } from "@std/assert";
import { throughput } from "../../../lib/http/dashboard/throughput.ts";
import { sampleStats } from "./views.ts";

Deno.test("throughput() looks back to the newest point that is ten seconds old", () => {
  // 20 samples since the point at 20 s, at 32 s
  assertEquals(throughput(sampleStats(), 32_000), 20 / 12);
  assertEquals(throughput(sampleStats(), 30_000), 2);
});

Deno.test("throughput() falls to 0 while nothing is learned", () => {
  assertEquals(throughput(sampleStats(), 50_000), 0);
  assertEquals(throughput(sampleStats({ learned: 45 }), 140_000), 5 / 100);
});

Deno.test("throughput() looks back to the first commit where there is no such point", () => {
  assertEquals(throughput(sampleStats(), 8000), 5);
  assertEquals(throughput(sampleStats({ curve: [] }), 80_000), 0.5);
  assertEquals(throughput(sampleStats(), 10), 40); // all at once: as if in a second
});

Deno.test("throughput() is 0 before the first sample", () => {
  assertEquals(throughput(sampleStats({ created: NaN, learned: 0, curve: [] }), 5000), 0);
});
