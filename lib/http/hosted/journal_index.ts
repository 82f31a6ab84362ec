import type { Hash } from "./hash_text.ts";
import type { Journal } from "./journal.ts";

/** An entry of a journal. Its first 8 bytes are the hash of what it is about, the lower half first. */
export interface JournalEntry {
  /** The page it stands in. */
  readonly view: DataView;
  /** Where it begins. */
  readonly offset: number;
}

/** How a journal is read. */
export interface JournalFormat {
  /** How many bytes an entry has. */
  size(entry: JournalEntry): number;
  /** Whether an entry waits for another one of the same hash. By default none does. */
  waits?(entry: JournalEntry): boolean;
}

/** Finds the entries of a journal by hash. It follows a journal that only ever grows at its end and forgets its oldest pages. */
export interface JournalIndex {
  /** The newest entry of that hash. */
  find(hash: Hash): JournalEntry | undefined;
  /** How many hashes have a newest entry that waits. */
  waiting(): number;
  /**
   * Takes in what the journal has that it has not seen, and forgets what the journal has forgotten.
   *
   * @param journal The journal.
   * @param load Loads a page; undefined if it is there no more.
   * @returns Whether all pages were there. If not, the journal is not the newest one.
   */
  advance(journal: Journal, load: (page: number) => Promise<Uint8Array | undefined>): Promise<boolean>;
}

/** Entries are numbered by page and offset, in one number. */
const OFFSETS = 2 ** 28;

/**
 * Makes an index. Its keys are 53 bits of the hash, and the entry tells the others: of two hashes that differ in these alone
 * the older one is forgotten, which is a matter of one in 2^53.
 *
 * @param format How the journal is read.
 * @returns The index, of an empty journal.
 */
export function createJournalIndex({ size, waits = () => false }: JournalFormat): JournalIndex {
  const places = new Map<number, number>();
  const pages = new Map<number, DataView>();
  let next = { page: 0, offset: 0 };
  let waiting = 0;

  const entryAt = (place: number): JournalEntry => ({
    view: pages.get(Math.floor(place / OFFSETS))!,
    offset: place % OFFSETS,
  });

  const add = (view: DataView): void => {
    const base = next.page * OFFSETS;
    let { offset } = next;
    while (offset < view.byteLength) {
      const entry = { view, offset };
      const key = keyAt(entry);
      const old = places.get(key);
      if (old !== undefined && waits(entryAt(old))) waiting--;
      if (waits(entry)) waiting++;
      places.set(key, base + offset);
      offset += size(entry);
    }
    next = { page: next.page, offset };
  };

  const forget = (page: number, view: DataView): void => {
    for (let offset = 0; offset < view.byteLength;) {
      const entry = { view, offset };
      const key = keyAt(entry);
      if (places.get(key) === page * OFFSETS + offset) {
        places.delete(key);
        if (waits(entry)) waiting--;
      }
      offset += size(entry);
    }
    pages.delete(page);
  };

  return {
    find(hash) {
      const place = places.get(keyOf(hash.high, hash.low));
      if (place === undefined) return undefined;
      const entry = entryAt(place);
      return entry.view.getUint32(entry.offset + 4, true) === hash.high ? entry : undefined;
    },
    waiting: () => waiting,
    async advance({ first, pages: closed, bytes }, load) {
      for (const [page, view] of pages) {
        if (page < first) forget(page, view);
      }
      if (next.page < first) next = { page: first, offset: 0 };
      const open = first + closed.length;
      while (next.page < open) {
        const known = pages.get(next.page);
        const whole = closed[next.page - first].bytes;
        if (known === undefined || known.byteLength < whole) {
          const loaded = await load(next.page);
          if (loaded?.length !== whole) return false;
          pages.set(next.page, viewOf(loaded));
        }
        add(pages.get(next.page)!);
        next = { page: next.page + 1, offset: 0 };
      }
      const view = viewOf(bytes);
      pages.set(open, view);
      add(view);
      return true;
    },
  };
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function keyAt({ view, offset }: JournalEntry): number {
  return keyOf(view.getUint32(offset + 4, true), view.getUint32(offset, true));
}

function keyOf(high: number, low: number): number {
  return (high & 0x1fffff) * 2 ** 32 + low;
}
