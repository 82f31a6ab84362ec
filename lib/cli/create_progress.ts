import { Format, SingleBar } from "../deps/cli_progress.ts";
import { stderr } from "../deps/node_process.ts";

/** Where progress is shown: `process.stderr`, or anything that takes text. */
export interface ProgressStream {
  /** Whether it is a terminal, on which a line can be written again. */
  readonly isTTY?: boolean;
  /** How many letters a line of the terminal has room for; 80 where that is not known. */
  readonly columns?: number;
  /** Takes text. */
  write(text: string): unknown;
}

/** Options of {@linkcode createProgress}. */
export interface ProgressOptions {
  /** How many samples there will be: a whole number above 0. */
  readonly total: number;
  /**
   * What is being done.
   *
   * @default {"progress"}
   */
  readonly label?: string;
  /** Where progress is shown. By default the standard error stream. */
  readonly stream?: ProgressStream;
  /** The clock, in milliseconds. By default `performance.now`. */
  readonly now?: () => number;
}

/** Scores to show beside the bar; one that is not finite is left out. */
export interface ProgressScores {
  /** The share of right predictions, from 0 to 1. */
  readonly accuracy?: number | undefined;
  /** The mean cost. */
  readonly cost?: number | undefined;
}

/** A progress display. */
export interface Progress {
  /**
   * Shows how far things are, ten times a second at most.
   *
   * @param count How many samples were learned so far.
   * @param scores How well it goes.
   */
  update(count: number, scores?: ProgressScores): void;
  /** Shows the last update and ends the display. */
  stop(): void;
}

/** How many milliseconds lie between two pictures of the bar. */
const FRAME = 100;

/** How many plain lines there are where no terminal shows a bar. */
const LINES = 10;

/** How much of a terminal's line the texts beside the bar take. */
const TEXT = 72;

/**
 * Shows on a terminal how far a stream has come: a bar with samples a second, scores and the time left. Where the stream
 * is no terminal, a plain line for each tenth. An update costs less than a microsecond, so each sample can have its own.
 *
 * @param options What there is to do, and where to show it.
 * @returns The display; `update` it, and `stop` it in the end.
 * @throws {RangeError} If the total is not a whole number above 0.
 *
 * @example Usage
 * ```ts
 * import { createProgress } from "@backstream/backstream/cli";
 * import { assertEquals } from "@std/assert";
 *
 * const lines: string[] = [];
 * let time = 0;
 * const progress = createProgress({
 *   total: 2000,
 *   label: "learning",
 *   stream: { write: (text) => lines.push(text) },
 *   now: () => time,
 * });
 * time = 1000;
 * progress.update(500, { accuracy: 0.875 });
 * assertEquals(lines, ["learning: 25% 500/2000, 3s left, 500 samples/s, accuracy 87.5%\n"]);
 * progress.stop();
 * ```
 */
export function createProgress(options: ProgressOptions): Progress {
  const { total, label = "progress", stream = stderr, now = () => performance.now() } = options;
  if (!Number.isSafeInteger(total) || total < 1) {
    throw new RangeError(`Cannot create progress as total must be a whole number above 0: current value is ${total}`);
  }
  const display = stream.isTTY ? createBar(total, label, stream) : createLines(total, label, stream);
  const start = now();
  let newest: ProgressScores & { count: number } = { count: 0 };
  let shownAt = -Infinity;

  return {
    update(count, scores) {
      newest = { ...scores, count };
      const time = now();
      if (time - shownAt < FRAME || !display.isDue(count)) return;
      shownAt = time;
      display.show(count, describe(newest, total, time - start));
    },
    stop() {
      display.show(newest.count, describe(newest, total, now() - start));
      display.stop();
    },
  };
}

/** What comes first is seen on narrow terminals too. */
function describe(
  { count, accuracy = NaN, cost = NaN }: ProgressScores & { count: number },
  total: number,
  elapsed: number,
): string {
  const rate = elapsed > 0 ? 1000 * count / elapsed : 0;
  return [
    `${Math.floor(100 * count / total)}% ${count}/${total}`,
    ...rate === 0 ? [] : [`${duration(Math.max(0, total - count) / rate)} left`],
    `${Math.round(rate)} samples/s`,
    ...Number.isFinite(accuracy) ? [`accuracy ${(100 * accuracy).toFixed(1)}%`] : [],
    ...Number.isFinite(cost) ? [`cost ${cost.toFixed(4)}`] : [],
  ].join(", ");
}

function duration(seconds: number): string {
  return Format.TimeFormat(Math.ceil(seconds), { autopaddingChar: "" }, 1);
}

interface Display {
  /** Whether there is something to show at this count. */
  isDue(count: number): boolean;
  show(count: number, details: string): void;
  stop(): void;
}

function createBar(total: number, label: string, stream: ProgressStream): Display {
  const bar = new SingleBar({
    format: "{label} {bar} {details}",
    barCompleteChar: "\u2588",
    barIncompleteChar: "\u2591",
    barsize: Math.min(40, Math.max(8, (stream.columns ?? 80) - label.length - TEXT)),
    // An interrupt ends the program, as it does without a bar, and finds the terminal as it was.
    gracefulExit: false,
    linewrap: true,
    stream: stream as NodeJS.WritableStream,
  });
  let started = false;
  return {
    isDue: () => true,
    show(count, details) {
      if (started) return bar.update(count, { details });
      started = true;
      bar.start(total, count, { label, details });
    },
    stop: () => bar.stop(),
  };
}

function createLines(total: number, label: string, stream: ProgressStream): Display {
  let lines = 0;
  let shown = -1;
  return {
    isDue: (count) => count * LINES >= (lines + 1) * total,
    show(count, details) {
      if (count === shown) return;
      shown = count;
      lines = Math.floor(count * LINES / total);
      stream.write(`${label}: ${details}\n`);
    },
    stop() {},
  };
}
