/** A network with sigmoid neurons under the quadratic cost that learns with sgd, and the samples that it is shown. */
export interface Workload {
  /** The number of inputs, and of the units of each layer; two layers. */
  readonly sizes: readonly [number, number, number];
  readonly learningRate: number;
  /** One input a sample. */
  readonly inputs: readonly Float32Array[];
  /** One target a sample. */
  readonly targets: readonly Float32Array[];
}

/** What is measured: steps of one sample, predictions, or steps of mini-batches. */
export type Task = { readonly kind: "step" } | { readonly kind: "predict" } | {
  readonly kind: "batch";
  readonly size: number;
};

/** Runs for about so many milliseconds and returns microseconds a sample. */
export type Round = (milliseconds: number) => Promise<number> | number;

/** A library, or a program, that is measured. */
export interface Contender {
  readonly name: string;
  /** Gets ready; the round, or why there is none. */
  open(workload: Workload, task: Task): Promise<Round | string>;
  /** Ends what was started. */
  close?(): void;
}
