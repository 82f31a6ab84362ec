import { type Captured, createSimdKernel, immutable, type SimdKernel, type Vector } from "../kernel/mod.ts";
import { type Network, withParameters } from "../network/mod.ts";
import type { KernelProgram, StepState } from "../optimizer/mod.ts";
import type { Engine } from "./engine.ts";
import { createHistory, type History } from "./history.ts";
import { lazyState, type Numbers } from "./lazy_state.ts";
import type { LearnedMany, LearnerState } from "./learner.ts";
import { createRows, type Rows } from "./rows.ts";

/** Where the numbers of a state are to be had that nobody has read yet. */
interface Origin {
  /** What was captured when the kernel held it. */
  captured?: Captured;
  /** The samples that led to it, and how many of them. */
  readonly history?: History;
  readonly learned?: number;
}

/** Options of {@linkcode createSimdEngine}. */
export interface SimdEngineOptions {
  /** The compiled kernel. */
  readonly module: WebAssembly.Module;
  /** A network of the shape that is learned. */
  readonly network: Network;
  /** The optimizer as stages of the kernel. */
  readonly program: KernelProgram<unknown>;
}

/**
 * The engine in WebAssembly memory, which holds one state: that which it made last. A state's parameters are copied out
 * when somebody reads them; those of an older one, that the memory has gone past, are learned again from the last copy
 * and the samples since, and so are the same bytes.
 *
 * @param options The kernel, the network and the optimizer.
 * @returns The engine.
 */
export function createSimdEngine({ module, network: shape, program }: SimdEngineOptions): Engine {
  const { units } = shape.layers[shape.layers.length - 1];
  let opened: SimdKernel | undefined;
  let held: LearnerState | undefined;
  let origin: Origin = {};
  let history: History | undefined;

  const kernel = (): SimdKernel => opened ??= createSimdKernel(module, { ...shape, stages: program.stages });
  const capture = (): Captured => origin.captured ??= kernel().capture();

  const capturedAt = (own: Origin): Captured => {
    if (own.captured !== undefined) return own.captured;
    if (own === origin) return capture();
    const now = kernel().capture();
    own.captured = own.history!.replay(kernel(), own.learned!);
    kernel().restore(now);
    return own.captured;
  };

  const numbersOf = (captured: Captured): Numbers => {
    let memory = 1;
    const states = program.stages.map(({ memories }, i): StepState => ({
      step: captured.steps[i],
      ...Object.fromEntries(memories.map((name) => [name, immutable(kernel().block(captured, memory++))])),
    }));
    const parameters = immutable(kernel().block(captured, 0));
    return { network: withParameters(shape, parameters), optimizer: program.join(states) };
  };

  /** Brings a state into the kernel's memory; the one that was there stays readable. */
  const hold = (state: LearnerState): void => {
    if (state === held) return;
    const { parameters } = state.network;
    const stages = program.split(state.optimizer).map((stage, i) => ({
      step: stage.step,
      memories: program.stages[i].memories.map((name) => (stage as unknown as Record<string, Vector>)[name]),
    }));
    if (held !== undefined && origin.history === undefined) capture();
    kernel().load(parameters, stages);
    [held, origin, history] = [state, {}, undefined];
  };

  const output = (): Vector => {
    const output = new Float32Array(units);
    kernel().output(output, 0);
    return immutable(output);
  };

  const move = (samples: number, to: Origin): LearnerState => {
    origin = to;
    return held = lazyState(samples, () => numbersOf(capturedAt(to)));
  };

  /** Learns with the kernel taken away, so that samples that are only made now can use the learner: they get another. */
  const learnApart = (state: LearnerState, learn: (own: SimdKernel, rows: Rows) => void): LearnedMany => {
    hold(state);
    capture();
    const own = kernel();
    [opened, held, origin, history] = [undefined, undefined, {}, undefined];
    const rows = createRows(units);
    try {
      learn(own, rows);
    } finally {
      if (held !== undefined && origin.history === undefined) capture();
      [opened, held, origin, history] = [own, undefined, {}, undefined]; // should a sample throw, it holds no state
    }
    const { outputs, costs } = rows.take();
    if (costs.length > 0) state = move(state.samples + costs.length, {});
    return { state, outputs, costs };
  };

  return {
    holds: (state) => state === held,

    learnOne(state, sample) {
      hold(state);
      if (history === undefined || history.isFull()) history = createHistory(capture());
      const learned = history.add(sample);
      const cost = kernel().learn(sample);
      return { output: output(), cost, state: move(state.samples + 1, { history, learned }) };
    },

    learnMany: (state, samples) =>
      learnApart(state, (own, rows) => {
        for (const sample of samples) rows.add(own.learn(sample), own);
      }),

    learnBatch: (state, samples) =>
      learnApart(state, (own, rows) => own.learnBatch(samples, (cost) => rows.add(cost, own))),

    predictOne(state, input) {
      hold(state);
      kernel().predict(input);
      return output();
    },

    predictMany(state, inputs) {
      const rows = createRows(units);
      for (const input of inputs) {
        hold(state);
        kernel().predict(input);
        rows.add(0, kernel());
      }
      return rows.take().outputs;
    },
  };
}
