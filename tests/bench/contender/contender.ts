/** What the neurons compute: sigmoid ones under the quadratic cost, or relu and softmax under the cross-entropy. */
export type Kind = "sigmoid" | "softmax";

/** A network of two layers that learns with sgd, and the samples that it is shown. */
export interface Workload {
  /** The number of inputs, and of the units of each layer; two layers. */
  readonly sizes: readonly [number, number, number];
  readonly learningRate: number;
  /** @default {"sigmoid"} */
  readonly neurons?: Kind;
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
  /** What it is called; programs know their versions only when they are open. */
  readonly name: string;
  /** Gets ready; the round, or why there is none. */
  open(workload: Workload, task: Task): Promise<Round | string>;
  /** Ends what was started. */
  close?(): void;
}
