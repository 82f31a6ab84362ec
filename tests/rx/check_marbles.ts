/** Marble tests of an operator: values, and when the source is subscribed to and left. */
import { assertEquals } from "@std/assert";
import type { OperatorFunction } from "rxjs";
import { TestScheduler } from "rxjs/testing";

/** One case, in marbles. */
export interface MarbleCase {
  /** The source. */
  readonly source: string;
  /** What comes out. */
  readonly expected: string;
  /** From when to when the source is subscribed to. */
  readonly subscribed: string;
  /** When the subscriber leaves. */
  readonly leaves?: string;
  /** Another operator than that of the other cases. */
  readonly operator?: OperatorFunction<never, unknown>;
  /** The error that comes out. */
  readonly error?: unknown;
}

/** The cases that every operator is checked for. */
export type SevenCases = Record<
  "never" | "empty" | "values" | "error" | "endless" | "early unsubscribe" | "throwing callback",
  MarbleCase
>;

/** Registers a test for each case. */
export function checkMarbles<T, R>(
  name: string,
  operator: OperatorFunction<T, R>,
  { inputs, outputs, cases }: {
    readonly inputs: Record<string, T>;
    readonly outputs: Record<string, R>;
    readonly cases: SevenCases;
  },
): void {
  for (const [title, marbles] of Object.entries(cases)) {
    Deno.test(`${name} marbles: ${title}`, () => {
      new TestScheduler(assertEquals).run(({ cold, expectObservable, expectSubscriptions }) => {
        const source = cold<T>(marbles.source, inputs);
        const piped = source.pipe((marbles.operator ?? operator) as OperatorFunction<T, R>);
        expectObservable(piped, marbles.leaves).toBe(marbles.expected, outputs, marbles.error);
        expectSubscriptions(source.subscriptions).toBe(marbles.subscribed);
      });
    });
  }
}
