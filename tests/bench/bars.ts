import { type Result, round } from "./report.ts";

/** What the project promises, as one number against a bound. */
export interface Bar {
  readonly text: string;
  readonly value: number | undefined;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/**
 * How many times slower the one is than the other.
 *
 * @param result The workload, if it was run.
 * @param slow Who: the first whose name begins so, or the fastest of several.
 * @param fast Against whom.
 * @returns The ratio, if both ran.
 */
export function ratio(result: Result | undefined, slow: string | readonly string[], fast: string): number | undefined {
  const timeOf = (start: string) => Array.from(result?.medians ?? []).find(([name]) => name.startsWith(start))?.[1];
  const times = [slow].flat().map(timeOf).filter((time) => time !== undefined);
  const other = timeOf(fast);
  return times.length === 0 || other === undefined ? undefined : Math.min(...times) / other;
}

/**
 * The bars as lines of a Markdown list.
 *
 * @param bars The bars.
 * @returns The lines.
 */
export function barLines(bars: readonly Bar[]): string {
  return bars.map(({ text, value, atMost = Infinity, atLeast = -Infinity }) => {
    const bound = atMost < Infinity ? `at most ${atMost}` : `at least ${atLeast}`;
    if (value === undefined) return `- not measured: ${text}, ${bound}`;
    return `- ${value <= atMost && value >= atLeast ? "met" : "MISSED"}: ${text} ${round(value)}, ${bound}`;
  }).join("\n") + "\n";
}
