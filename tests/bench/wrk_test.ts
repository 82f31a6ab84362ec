import { assertEquals } from "@std/assert";
import { readWrk } from "./endpoint/wrk.ts";

const output = (p99: string, failed = "") =>
  `Running 1s test @ http://127.0.0.1:8000/predict
  1 threads and 16 connections
  Latency Distribution
     50%  315.00us
     90%  452.00us
     99%    ${p99}
  35141 requests in 1.10s, 7.71MB read
${failed}Requests/sec:  31947.60
Transfer/sec:      7.01MB
`;

Deno.test("readWrk() reads requests a second, the latency in milliseconds, and answers that were no success", () => {
  assertEquals(readWrk(output("1.20ms")), { perSecond: 31947.6, p99: 1.2, failed: 0 });
  assertEquals(readWrk(output("856.00us")).p99, 0.856);
  assertEquals(readWrk(output("1.05s")).p99, 1050);
  assertEquals(readWrk(output("1.20ms", "  Non-2xx or 3xx responses: 12\n")).failed, 12);
});
