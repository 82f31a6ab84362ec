/** A number under a name, with labels that tell it from others of the family. */
export interface MetricSample {
  /** What follows the name of the family: `_bucket`, `_sum`, `_count`; nothing by default. */
  readonly suffix?: string;
  /** The labels. */
  readonly labels: Readonly<Record<string, string>>;
  /** The number. */
  readonly value: number;
}

/** Numbers of one kind, as Prometheus reads them. */
export interface MetricFamily {
  /** The name, for a counter without `_total`. */
  readonly name: string;
  /** Whether it only grows, goes up and down, or is a histogram. */
  readonly type: "counter" | "gauge" | "histogram";
  /** What it tells. */
  readonly help: string;
  /** The numbers. */
  readonly samples: readonly MetricSample[];
}
