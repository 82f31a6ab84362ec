import { assertEquals } from "@std/assert";
import { encodeIds, ID_FORMAT } from "../../../lib/http/hosted/entries.ts";
import type { Hash } from "../../../lib/http/hosted/hash_text.ts";
import { appendToJournal, closeFullPage, initJournal, type Journal } from "../../../lib/http/hosted/journal.ts";
import { createJournalIndex, type JournalFormat } from "../../../lib/http/hosted/journal_index.ts";

const hash = (i: number): Hash => ({ high: i * 7, low: i });
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => hash(from + i));
const add = (journal: Journal, ids: readonly Hash[]) =>
  appendToJournal(journal, { bytes: encodeIds(ids), entries: ids.length, time: 0 });

/** Closes the open page into the store. */
function close(journal: Journal, store: Map<number, Uint8Array>): Journal {
  const { journal: closed, page } = closeFullPage(journal);
  if (page !== undefined) store.set(page.number, page.bytes);
  return closed;
}

Deno.test("createJournalIndex() finds what was added, as the journal goes on", async () => {
  const index = createJournalIndex(ID_FORMAT);
  const none = () => Promise.reject(new Error("nothing is to be loaded"));
  let journal = add(initJournal(), range(1, 10));
  assertEquals(await index.advance(journal, none), true);
  assertEquals([index.find(hash(9))?.offset, index.find(hash(10))], [64, undefined]);
  journal = add(journal, range(10, 3000));
  await index.advance(journal, none);
  journal = add(close(journal, new Map()), range(3000, 3010)); // its own pages it knows
  await index.advance(journal, none);
  for (const i of [1, 9, 10, 2999, 3000, 3009]) assertEquals(index.find(hash(i)) !== undefined, true, `${i}`);
  assertEquals(index.find(hash(3010)), undefined);
});

Deno.test("createJournalIndex() loads the pages that others have closed", async () => {
  const store = new Map<number, Uint8Array>();
  const loaded: number[] = [];
  const load = (page: number) => (loaded.push(page), Promise.resolve(store.get(page)));
  const index = createJournalIndex(ID_FORMAT);
  const begun = add(initJournal(), range(0, 100));
  await index.advance(begun, load);
  let journal = close(add(begun, range(100, 3000)), store);
  journal = close(add(journal, range(3000, 6000)), store);
  journal = add(journal, range(6000, 6001));
  assertEquals(await index.advance(journal, load), true);
  assertEquals(loaded, [0, 1]);
  for (const i of [0, 99, 100, 2999, 3000, 5999, 6000]) assertEquals(index.find(hash(i)) !== undefined, true, `${i}`);
});

Deno.test("createJournalIndex() forgets what the journal has forgotten, and tells if a page is not there any more", async () => {
  const store = new Map<number, Uint8Array>();
  const load = (page: number) => Promise.resolve(store.get(page));
  let journal = close(add(initJournal(), range(0, 3000)), store);
  journal = close(add(journal, [...range(3000, 6000), hash(5)]), store);
  const [index, late] = [createJournalIndex(ID_FORMAT), createJournalIndex(ID_FORMAT)];
  await index.advance(journal, load);
  store.delete(0);
  assertEquals(await late.advance(journal, load), false);
  journal = { ...journal, first: 1, pages: journal.pages.slice(1) };
  for (const each of [index, late]) {
    assertEquals(await each.advance(journal, load), true);
    assertEquals([0, 2999].map((i) => each.find(hash(i))), [undefined, undefined]);
    assertEquals([3000, 5999, 5].every((i) => each.find(hash(i)) !== undefined), true); // 5 was added again
  }
});

Deno.test("createJournalIndex() is not fooled by hashes of which the lower 53 bits are the same", async () => {
  const [one, other] = [{ high: 1, low: 2 }, { high: 1 + 2 ** 21, low: 2 }];
  const index = createJournalIndex(ID_FORMAT);
  await index.advance(add(initJournal(), [one]), () => Promise.resolve(undefined));
  assertEquals([index.find(one) !== undefined, index.find(other)], [true, undefined]);
});

Deno.test("createJournalIndex() counts the hashes whose newest entry waits", async () => {
  const waits: JournalFormat = { ...ID_FORMAT, waits: ({ offset }) => offset < 40 };
  const index = createJournalIndex(waits);
  const load = () => Promise.resolve(undefined);
  let journal = add(initJournal(), range(1, 6));
  await index.advance(journal, load);
  assertEquals(index.waiting(), 5);
  journal = add(journal, [hash(2), hash(2), hash(9)]);
  await index.advance(journal, load);
  assertEquals(index.waiting(), 4);
  journal = close(add(journal, range(10, 3000)), new Map());
  await index.advance(journal, load);
  await index.advance({ ...journal, first: 1, pages: [] }, load);
  assertEquals([index.waiting(), index.find(hash(1))], [0, undefined]);
});
