/** Gives what has just been made under a key, or makes it. */
export type ShareLooks<T> = (key: string, look: () => Promise<T>) => Promise<T>;

/**
 * Lets all who look at the same thing at about the same time share what is made for the first of them, so that many readers
 * of a page cost about as much as one.
 *
 * @param milliseconds For how long it is shared.
 * @param now What time it is, in milliseconds.
 * @returns The function to look with. What could not be made is not shared.
 */
export function shareLooks<T>(milliseconds: number, now: () => number = () => performance.now()): ShareLooks<T> {
  const looks = new Map<string, { readonly time: number; readonly made: Promise<T> }>();
  return (key, look) => {
    const time = now();
    for (const [key, each] of looks) if (time - each.time >= milliseconds) looks.delete(key);
    const found = looks.get(key);
    if (found !== undefined) return found.made;
    const made = look();
    looks.set(key, { time, made });
    made.catch(() => looks.delete(key));
    return made;
  };
}
