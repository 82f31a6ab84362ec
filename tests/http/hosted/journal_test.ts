import { assertEquals } from "@std/assert";
import {
  appendToJournal,
  closeFullPage,
  initJournal,
  type Journal,
  PAGE_BYTES,
  trimJournal,
} from "../../../lib/http/hosted/journal.ts";

const entry = (size: number, time = 0) => ({ bytes: new Uint8Array(size).fill(size), entries: 1, time });

/** A journal with pages of so many entries, added at the times 0, 1, 2. */
function journalOf(pages: readonly number[]): Journal {
  return pages.reduce((journal, entries, time) => {
    const bytes = new Uint8Array(PAGE_BYTES);
    return closeFullPage(appendToJournal(journal, { bytes, entries, time })).journal;
  }, initJournal());
}

Deno.test("appendToJournal() adds entries at the end, and changes nothing that it is given", () => {
  const empty = initJournal();
  const one = appendToJournal(empty, entry(2, 5));
  const two = appendToJournal(one, entry(3, 6));
  assertEquals([...two.bytes], [2, 2, 3, 3, 3]);
  assertEquals(two.open, { entries: 2, bytes: 5, time: 6 });
  assertEquals([[...one.bytes], empty], [[2, 2], initJournal()]);
  assertEquals(appendToJournal(two, { bytes: new Uint8Array(0), entries: 0, time: 9 }), two);
});

Deno.test("closeFullPage() closes the page that has reached its size, whole", () => {
  const almost = appendToJournal(initJournal(), entry(PAGE_BYTES - 1));
  assertEquals(closeFullPage(almost), { journal: almost });
  const full = appendToJournal(almost, entry(100, 7));
  const { journal, page } = closeFullPage(full);
  assertEquals([page?.number, page?.bytes], [0, full.bytes]);
  assertEquals(journal.pages, [{ entries: 2, bytes: PAGE_BYTES + 99, time: 7 }]);
  assertEquals([journal.bytes.length, journal.open], [0, { entries: 0, bytes: 0, time: 0 }]);
  assertEquals(closeFullPage(appendToJournal(journal, entry(PAGE_BYTES))).page?.number, 1);
});

Deno.test("trimJournal() forgets the oldest pages as long as enough newer entries are left", () => {
  const journal = journalOf([5, 5, 5]);
  const trim = (entries: number) => trimJournal(journal, { entries, bytes: Infinity, age: Infinity }, 0);
  assertEquals([16, 15, 11, 10, 6, 5, 1, 0].map((entries) => trim(entries).dropped), [
    ...[[], [], [], [0]],
    ...[[0], [0, 1], [0, 1], [0, 1, 2]],
  ]);
  const { journal: { first, pages } } = trim(5);
  assertEquals([first, pages.map(({ time }) => time)], [2, [2]]);
});

Deno.test("trimJournal() forgets pages that are too many bytes or too old, and never the open page", () => {
  const journal = appendToJournal(journalOf([5, 5]), entry(10, -100));
  const window = { entries: Infinity, bytes: Infinity, age: Infinity };
  const trim = (limit: object, now = 0) => trimJournal(journal, { ...window, ...limit }, now);
  assertEquals(trim({ bytes: 2 * PAGE_BYTES + 10 }).dropped, []);
  assertEquals(trim({ bytes: 2 * PAGE_BYTES }).dropped, [0]);
  assertEquals(trim({ bytes: 0 }).dropped, [0, 1]);
  assertEquals([trim({ age: 10 }, 10).dropped, trim({ age: 10 }, 11).dropped, trim({ age: 10 }, 99).dropped], [
    [],
    [0],
    [0, 1],
  ]);
  assertEquals(trim({ bytes: 0 }).journal.bytes, journal.bytes);
});
