import { assertEquals, assertRejects } from "@std/assert";
import { followParts } from "../../../lib/http/dashboard/follow_parts.ts";
import type { Fragment } from "../../../lib/http/docs/fragment.ts";
import { html, raw } from "../../../lib/deps/hono.ts";

const { signal: ended } = new AbortController();

/** Looks that show one after the other, and then nothing more. */
function looks(...parts: Record<string, Fragment>[]) {
  return () => Promise.resolve(parts.shift());
}

async function all(texts: AsyncGenerator<string>): Promise<string[]> {
  return await Array.fromAsync(texts);
}

Deno.test("followParts() writes all parts, then those that have changed, then that there is nothing more", async () => {
  const look = looks(
    { a: html`<b>1</b>`, b: raw("two\nlines") },
    { a: html`<b>1</b>`, b: raw("two\nlines") },
    { a: html`<b>2</b>`, b: raw("two\nlines") },
  );
  assertEquals(await all(followParts(look, { ended, every: 0 })), [
    "retry: 2000\n\n",
    'event: part\ndata: {"id":"a","html":"<b>1</b>"}\n\nevent: part\ndata: {"id":"b","html":"two\\nlines"}\n\n',
    'event: part\ndata: {"id":"a","html":"<b>2</b>"}\n\n',
    "event: removed\ndata: \n\n",
  ]);
});

Deno.test("followParts() speaks seldom", async () => {
  const look = looks({ spoken: raw("one") }, { spoken: raw("two") }, { spoken: raw("three") });
  const texts = await all(followParts(look, { ended, every: 0 }));
  assertEquals(texts.slice(1, -1), ['event: part\ndata: {"id":"spoken","html":"one"}\n\n']);
  const often = looks({ spoken: raw("one") }, { spoken: raw("two") });
  assertEquals((await all(followParts(often, { ended, every: 0, speakEvery: 0 }))).length, 4);
});

Deno.test("followParts() ends when it is aborted, though it waits", async () => {
  const ending = new AbortController();
  const texts = followParts(() => Promise.resolve({ a: raw("1") }), { ended: ending.signal, every: 1e6 });
  await texts.next();
  await texts.next();
  const last = texts.next();
  ending.abort();
  assertEquals(await last, { value: undefined, done: true });
  const never = () => Promise.reject(new Error("looked"));
  assertEquals((await all(followParts(never, { ended: ending.signal, every: 0 }))).length, 1);
});

Deno.test("followParts() ends with the error of a look", async () => {
  await assertRejects(
    () => all(followParts(() => Promise.reject(new Error("down")), { ended, every: 0 })),
    Error,
    "down",
  );
});
