import { assertEquals, assertRejects } from "@std/assert";
import { readBody } from "../../../lib/http/body/read_body.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { gzip, requestOf, streamOf } from "./bodies.ts";

const limits = { bytes: 10, milliseconds: 1000 };

/** The text of the body, or the status it is refused with. */
async function read(request: Request, options = limits): Promise<string | number> {
  try {
    return new TextDecoder().decode(await readBody(request, options));
  } catch (error) {
    return (error as RequestError).problem.status;
  }
}

Deno.test("readBody() reads a body whole, with and without a stated length, inflated", async () => {
  assertEquals(await read(requestOf("01234", { "content-length": "5" })), "01234");
  assertEquals(await read(requestOf(streamOf("01", "", "234"))), "01234");
  assertEquals(await read(requestOf(null)), "");
  const zipped = requestOf(await gzip("01234"), { "content-encoding": "gzip" });
  assertEquals(await read(zipped, { ...limits, bytes: 50 }), "01234");
});

Deno.test("readBody() refuses what is too large, however it comes", async () => {
  assertEquals(await read(requestOf("01234567890", { "content-length": "11" })), 413);
  assertEquals(await read(requestOf("01234567890", { "content-length": "5" })), 413);
  assertEquals(await read(requestOf(streamOf("012345", "67890"))), 413);
  const zipped = await gzip("0".repeat(200)); // fewer than 50 bytes
  assertEquals(await read(requestOf(zipped, { "content-encoding": "gzip" }), { ...limits, bytes: 50 }), 413);
});

Deno.test("readBody() waits for all of it no longer than it is told, even if a little always comes", async () => {
  const drip = new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      controller.enqueue(new Uint8Array(1));
    },
  });
  const error = await assertRejects(() => readBody(requestOf(drip), { bytes: 1000, milliseconds: 20 }), RequestError);
  assertEquals(error.problem.status, 408);
});
