import { assertEquals } from "@std/assert";
import { initLedger } from "../../../lib/http/hosted/ledger.ts";

Deno.test("initLedger() remembers nothing, and is plain data", () => {
  const ledger = initLedger("regression", "a");
  assertEquals([ledger.incarnation, ledger.version, ledger.scores.task], ["a", 0, "regression"]);
  assertEquals(Object.values(ledger.counts).every((count) => count === 0), true);
  assertEquals(structuredClone(ledger), ledger);
});
