import { assertEquals, assertRejects } from "@std/assert";
import { inSpan } from "../../../lib/http/observe/in_span.ts";
import { collectSpans } from "./collect_spans.ts";

const attributes = { a: 1 };

Deno.test("inSpan() ends a span when what it is about ends, inside the one that is open", async () => {
  const { tracer, spans } = collectSpans();
  const result = await inSpan(tracer, { name: "outer", kind: 1, attributes }, async () => {
    await Promise.resolve();
    return await inSpan(tracer, { name: "inner", attributes: {} }, (span) => {
      span?.setAttribute("b", true);
      return Promise.resolve(7);
    });
  });
  assertEquals(result, 7);
  assertEquals(spans(), [
    { name: "inner", kind: 0, parent: "outer", status: 0, attributes: { b: true } },
    { name: "outer", kind: 1, parent: undefined, status: 0, attributes },
  ]);
});

Deno.test("inSpan() marks a span whose end is an error, without its text, and rejects with it", async () => {
  const { tracer, spans } = collectSpans();
  const fail = (error: unknown) => inSpan(tracer, { name: "bad", attributes: {} }, () => Promise.reject(error));
  await assertRejects(() => fail(new RangeError("password=1234")), RangeError);
  assertEquals(await fail("text").catch((error: unknown) => error), "text");
  const told = spans().map(({ status, attributes }) => [status, attributes]);
  assertEquals(told, [[2, { "error.type": "RangeError" }], [2, { "error.type": "string" }]]);
});

Deno.test("inSpan() does without a tracer", async () => {
  assertEquals(await inSpan(undefined, { name: "none", attributes }, (span) => Promise.resolve(span)), undefined);
});
