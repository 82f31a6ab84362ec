/** A page of a journal that is written once and never changed. */
export interface JournalPage {
  /** How many entries it holds. */
  readonly entries: number;
  /** How many bytes it has. */
  readonly bytes: number;
  /** When its newest entry was added, in milliseconds since 1970. */
  readonly time: number;
}

/**
 * Entries in the order in which they were added. All but the newest stand in pages of their own in the store, so that a
 * commit writes few of them again.
 */
export interface Journal {
  /** The number of the oldest page. */
  readonly first: number;
  /** The pages in the store, the oldest first. */
  readonly pages: readonly JournalPage[];
  /** The page that is still written to. */
  readonly open: JournalPage;
  /** What it holds. */
  readonly bytes: Uint8Array;
}

/** How much of a journal is remembered. */
export interface JournalWindow {
  /** At least so many of the newest entries, as far as the other limits allow. */
  readonly entries: number;
  /** At most so many bytes, and a page more. */
  readonly bytes: number;
  /** For so many milliseconds, and for longer where the entry shares a page with newer ones. */
  readonly age: number;
}

/** A page has so many bytes, and what the commit has added that went past it. */
export const PAGE_BYTES = 16_384;

/** The state before the first entry. */
export function initJournal(): Journal {
  return { first: 0, pages: [], open: { entries: 0, bytes: 0, time: 0 }, bytes: new Uint8Array(0) };
}

/**
 * Adds entries.
 *
 * @param journal The journal.
 * @param added The bytes of the entries one behind the other, how many they are, and when they were added.
 * @returns The journal with them.
 */
export function appendToJournal(
  journal: Journal,
  added: { readonly bytes: Uint8Array; readonly entries: number; readonly time: number },
): Journal {
  if (added.entries === 0) return journal;
  const bytes = new Uint8Array(journal.bytes.length + added.bytes.length);
  bytes.set(journal.bytes);
  bytes.set(added.bytes, journal.bytes.length);
  const entries = journal.open.entries + added.entries;
  return { ...journal, open: { entries, bytes: bytes.length, time: added.time }, bytes };
}

/**
 * Closes the open page if it is full. As it only looks at what is committed, all who build on that commit close the same
 * page with the same bytes; whoever writes it, and however often, it is the same.
 *
 * @param journal A journal as it was committed.
 * @returns The journal, and the page to be written before it, if there is one.
 */
export function closeFullPage(journal: Journal): {
  readonly journal: Journal;
  readonly page?: { readonly number: number; readonly bytes: Uint8Array };
} {
  if (journal.bytes.length < PAGE_BYTES) return { journal };
  const { first, pages, open, bytes } = journal;
  return {
    journal: { ...initJournal(), first, pages: [...pages, open] },
    page: { number: first + pages.length, bytes },
  };
}

/**
 * Forgets the oldest pages as far as the window asks for it.
 *
 * @param journal The journal.
 * @param window How much is remembered.
 * @param now The time.
 * @returns The journal, and the numbers of the pages that it does not have any more.
 */
export function trimJournal(
  journal: Journal,
  window: JournalWindow,
  now: number,
): { readonly journal: Journal; readonly dropped: readonly number[] } {
  let { first, pages } = journal;
  let [entries, bytes] = [journal.open.entries, journal.open.bytes];
  for (const page of pages) [entries, bytes] = [entries + page.entries, bytes + page.bytes];
  const dropped: number[] = [];
  for (const page of pages) {
    [entries, bytes] = [entries - page.entries, bytes - page.bytes];
    const isTooOld = page.time < now - window.age;
    if (entries < window.entries && bytes + page.bytes <= window.bytes && !isTooOld) break;
    dropped.push(first++);
  }
  if (dropped.length === 0) return { journal, dropped };
  pages = pages.slice(dropped.length);
  return { journal: { ...journal, first, pages }, dropped };
}
