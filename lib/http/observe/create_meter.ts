import type { MetricFamily, MetricSample } from "./metric_family.ts";

/** A request that has been answered. */
export interface AnsweredRequest {
  /** Its method. */
  readonly method: string;
  /** The route that it came by, as `/models/:name`; undefined if there is none. */
  readonly route: string | undefined;
  /** The status of the answer. */
  readonly status: number;
  /** How many seconds it took until the answer began. */
  readonly seconds: number;
}

/** What this instance has done for a model. */
export interface ModelWork {
  /** How many predictions it has made. */
  readonly predictions: number;
  /** How many commits. */
  readonly commits: number;
  /** How often another instance was first. */
  readonly conflicts: number;
  /** How many bytes the record had that was last saved or loaded; NaN if none was. */
  readonly bytes: number;
}

/** Counts what this instance does. */
export interface Meter {
  /** Counts a request. */
  request(request: AnsweredRequest): void;
  /** Adds to what was done for a model, and sets the bytes if they are given. */
  work(model: string, work: Partial<ModelWork>): void;
  /** What was done for a model. */
  workOf(model: string): ModelWork;
  /** Forgets a model. */
  forget(model: string): void;
  /** The requests as metrics. */
  families(): MetricFamily[];
}

/** The upper bounds of the histogram, in seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"];

const NO_WORK: ModelWork = { predictions: 0, commits: 0, conflicts: 0, bytes: NaN };

interface Series {
  readonly labels: Record<"method" | "route" | "status", string>;
  readonly counts: number[];
  seconds: number;
}

/**
 * Makes the counters of an instance. Labels come from what the app has (its routes, the methods that HTTP has, statuses),
 * never from what a client writes, so that there is a bounded number of series.
 *
 * @returns The counters, all at zero.
 */
export function createMeter(): Meter {
  const all: Series[] = [];
  const byRoute = new Map<string, Map<number, Series>>();
  const works = new Map<string, { -readonly [K in keyof ModelWork]: ModelWork[K] }>();

  /** By route, and there by a number, as to look up a text that is put together takes longer than all else here. */
  const seriesOf = (method: string, route: string, status: number): Series => {
    const place = METHODS.indexOf(method);
    const number = status * (METHODS.length + 1) + place;
    const known = byRoute.get(route)?.get(number);
    if (known !== undefined) return known;
    const labels = { method: METHODS[place] ?? "other", route, status: String(status) };
    const series = { labels, counts: BOUNDS.concat(Infinity).map(() => 0), seconds: 0 };
    byRoute.set(route, (byRoute.get(route) ?? new Map()).set(number, series));
    all.push(series);
    return series;
  };

  return {
    request({ method, route = "none", status, seconds }) {
      const series = seriesOf(method, route, status);
      let bound = 0;
      while (seconds > BOUNDS[bound]) bound++;
      series.counts[bound]++;
      series.seconds += seconds;
    },
    work(model, { predictions = 0, commits = 0, conflicts = 0, bytes }) {
      let done = works.get(model);
      if (done === undefined) works.set(model, done = { ...NO_WORK });
      done.predictions += predictions;
      done.commits += commits;
      done.conflicts += conflicts;
      done.bytes = bytes ?? done.bytes;
    },
    workOf: (model) => ({ ...works.get(model) ?? NO_WORK }),
    forget: (model) => void works.delete(model),
    families: () => [
      {
        name: "backstream_http_requests",
        type: "counter",
        help: "Requests answered by this instance, by method, route and status.",
        samples: all.map(({ labels, counts }) => ({ labels, value: sum(counts) })),
      },
      {
        name: "backstream_http_request_duration_seconds",
        type: "histogram",
        help: "How long requests took until their answer began.",
        samples: all.flatMap(samplesOf),
      },
    ],
  };
}

function samplesOf({ labels, counts, seconds }: Series): MetricSample[] {
  const buckets = counts.map((_, i) => ({
    suffix: "_bucket",
    labels: { ...labels, le: i < BOUNDS.length ? String(BOUNDS[i]) : "+Inf" },
    value: sum(counts.slice(0, i + 1)),
  }));
  return [...buckets, { suffix: "_sum", labels, value: seconds }, { suffix: "_count", labels, value: sum(counts) }];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
