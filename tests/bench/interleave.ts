import type { Round } from "./contender/contender.ts";

/** A round with the name of what runs in it. */
export interface Named {
  readonly name: string;
  readonly round: Round;
}

/**
 * Measures side by side: after a round each to warm up, rounds in turns, so that what else the machine does meets all alike.
 *
 * @param contenders What is measured.
 * @param rounds How many rounds count.
 * @param milliseconds How long a round takes.
 * @returns The median of each, in microseconds a sample.
 */
export async function interleave(
  contenders: readonly Named[],
  rounds: number,
  milliseconds: number,
): Promise<Map<string, number>> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let r = -1; r < rounds; r++) {
    for (const { name, round } of contenders) {
      const time = await round(milliseconds);
      if (r >= 0) times.get(name)!.push(time);
    }
  }
  return new Map(Array.from(times, ([name, values]) => [name, median(values)]));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
