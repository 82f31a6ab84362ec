import { encodeLearner } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { killAndCompare, type Killed } from "../durability/kill_and_compare.ts";
import { createModel } from "../durability/model.ts";
import type { ServerProcess } from "./start_process.ts";

/** What the servers of these tests ask for. */
export const headers = { authorization: "Bearer secret" };

/** How long platforms wait until they kill, in milliseconds. */
const PATIENCE = 5000;

/**
 * Ends the server while 8 clients send samples, by each of the signals, and starts it anew on what it has left; then compares
 * what was answered with what was learned.
 */
export function endAndCompare(start: () => Promise<ServerProcess>): Promise<Killed> {
  const signals: Deno.Signal[] = ["SIGTERM", "SIGKILL", "SIGINT", "SIGKILL"];
  let ends = 0;
  const startWithModel = async () => {
    const server = await start();
    await makeModel(server.address);
    return {
      address: server.address,
      async kill() {
        const signal = signals[ends++ % signals.length];
        const { code, milliseconds } = await server.end(signal);
        if (signal === "SIGKILL") return;
        assertEquals(code, 0);
        assert(milliseconds < PATIENCE, `it has ended after ${milliseconds} ms`);
      },
    };
  };
  return killAndCompare({ start: startWithModel, kills: 3, samples: 40, seed: 1, headers });
}

/** Makes the model that the clients teach, if it has not been made before. */
export async function makeModel(address: string): Promise<void> {
  const learner = createModel();
  const response = await fetch(`${address}/models/model`, {
    method: "PUT",
    headers: { ...headers, "content-type": "application/octet-stream", "if-none-match": "*" },
    body: encodeLearner(learner, learner.init()).slice(),
  });
  await response.body?.cancel();
  assert(response.status === 201 || response.status === 412, `${response.status}`);
}

/** Ends the server while a client has sent half a request, and goes on waiting. */
export async function endWhileStalled(start: () => Promise<ServerProcess>): Promise<void> {
  const { address, end } = await start();
  using connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(new URL(address).port) });
  const request = [
    "POST /models/iris/learn HTTP/1.1",
    "host: localhost",
    `authorization: ${headers.authorization}`,
    "content-type: application/json",
    "content-length: 100",
  ];
  await connection.write(new TextEncoder().encode(`${request.join("\r\n")}\r\n\r\n{ "features": [`));
  // Connections are accepted in order, so that one is when this one is answered.
  const health = await fetch(`${address}/health`);
  assertEquals(await health.json(), { status: "ok" });
  const { code, milliseconds } = await end("SIGTERM");
  assertEquals(code, 0);
  assert(milliseconds < PATIENCE, `it has ended after ${milliseconds} ms`);
}
