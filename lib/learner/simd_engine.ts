import { requireAllFinite, SampleError } from "../feature/mod.ts";
import { type Captured, createSimdKernel, immutable, type SimdKernel, type Vector } from "../kernel/mod.ts";
import { type Network, withParameters } from "../network/mod.ts";
import type { KernelProgram, StepState } from "../optimizer/mod.ts";
import { createSlab } from "./create_slab.ts";
import type { Engine } from "./engine.ts";
import { createHistory, type History } from "./history.ts";
import { lazyState, type Numbers } from "./lazy_state.ts";
import type { LearnedMany, LearnerState } from "./learner.ts";
import type { ReadSample } from "./read_samples.ts";
import { createRows, type Rows } from "./rows.ts";

/** A state that was in the kernel's memory, whether or not anybody has asked for it. */
interface Origin {
  /** How many samples had been learned. */
  readonly samples: number;
  /** The state, once somebody has asked for it. */
  state?: LearnerState;
  /** Its numbers, if they were captured. */
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
 * The engine in WebAssembly memory, which holds one state: that which it made last, and a second one if others predict. A
 * state's parameters are copied out when somebody reads them; those of an older one, that the memory has gone past, are
 * learned again from the last copy and the samples since, and so are the same bytes.
 *
 * @param options The kernel, the network and the optimizer.
 * @returns The engine.
 */
export function createSimdEngine({ module, network: shape, program }: SimdEngineOptions): Engine {
  const { units } = shape.layers[shape.layers.length - 1];
  const nextOutput = createSlab(units);
  let opened: SimdKernel | undefined;
  let held: Origin | undefined;
  let history: History | undefined;
  let reader: { readonly kernel: SimdKernel; readonly state: LearnerState } | undefined;

  const open = (): SimdKernel => createSimdKernel(module, { ...shape, stages: program.stages });
  const kernel = (): SimdKernel => opened ??= open();
  const capture = (origin: Origin): Captured => origin.captured ??= kernel().capture();

  const capturedAt = (origin: Origin): Captured => {
    if (origin === held || origin.captured !== undefined) return capture(origin);
    const now = kernel().capture();
    origin.captured = origin.history!.replay(kernel(), origin.learned!);
    kernel().restore(now);
    return origin.captured;
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

  const stateOf = (origin: Origin): LearnerState =>
    origin.state ??= lazyState(origin.samples, () => numbersOf(capturedAt(origin)));

  /** What the memory holds stays readable when it is gone from there. */
  const leave = (): void => {
    if (held !== undefined && held.history === undefined) capture(held);
    history?.close();
    held = history = undefined;
  };

  const load = (into: SimdKernel, { network: { parameters }, optimizer }: LearnerState): void => {
    const stages = program.split(optimizer).map((stage, i) => ({
      step: stage.step,
      memories: program.stages[i].memories.map((name) => (stage as unknown as Record<string, Vector>)[name]),
    }));
    into.load(parameters, stages);
  };

  /** Brings a state into the kernel's memory. */
  const hold = (state: LearnerState): Origin => {
    if (held !== undefined && state === held.state) return held;
    const { network, optimizer, samples } = state; // copied out before the memory is written over
    leave();
    load(kernel(), { network, optimizer, samples });
    return held = { samples, state };
  };

  /** A kernel that can predict by a state: that which holds it, or a second one, so that no state is lost to learning. */
  const readerOf = (state: LearnerState): SimdKernel => {
    if (held === undefined || state === held.state) {
      hold(state);
      return kernel();
    }
    if (reader?.state !== state) {
      const { kernel } = reader ?? { kernel: open() };
      reader = undefined; // should the state not be readable
      load(kernel, state);
      reader = { kernel, state };
    }
    return reader.kernel;
  };

  const outputOf = (from: SimdKernel): Vector => {
    const out = nextOutput();
    from.output(out, 0);
    return immutable(out);
  };

  /** Learns a sample from what is held on. */
  const step = (from: Origin, sample: ReadSample): { cost: number; origin: Origin } => {
    if (history === undefined || history.isFull()) {
      history?.close();
      history = createHistory(kernel(), capture(from), shape);
    }
    const cost = kernel().learn(sample);
    if (cost === undefined) throw refusalOf(sample.input);
    const learned = history.add(sample.weight);
    const origin = held = { samples: from.samples + 1, history, learned };
    return { cost, origin };
  };

  /** Learns with the kernel taken away, so that samples that are only made now can use the learner: they get another. */
  const learnApart = (state: LearnerState, learn: (own: SimdKernel, rows: Rows) => void): LearnedMany => {
    capture(hold(state));
    leave();
    const own = kernel();
    opened = undefined;
    const rows = createRows(units);
    try {
      learn(own, rows);
    } finally {
      leave(); // should a sample throw, no state is held
      opened = own;
    }
    const { outputs, costs } = rows.take();
    if (costs.length > 0) state = stateOf(held = { samples: state.samples + costs.length });
    return { state, outputs, costs };
  };

  return {
    checksInputs: true,
    holds: (state) => held !== undefined && state === held.state,

    learnOne(state, sample) {
      const { cost, origin } = step(hold(state), sample);
      return { output: outputOf(kernel()), cost, state: stateOf(origin) };
    },

    open(state) {
      let last: Origin | undefined;
      const here = () => last !== undefined && last === held ? last : hold(last === undefined ? state : stateOf(last));
      return {
        learnOne(sample) {
          const { cost, origin } = step(here(), sample);
          last = origin;
          return { output: outputOf(kernel()), cost, state: () => stateOf(origin) };
        },
        predictOne(input) {
          here();
          if (!kernel().predict(input)) throw refusalOf(input);
          return outputOf(kernel());
        },
        isFinite() {
          here();
          return kernel().isFinite();
        },
      };
    },

    learnMany: (state, samples, read) =>
      learnApart(state, (own, rows) => {
        const learnKept = (): void => {
          const refused = rows.addKept(own);
          if (refused !== undefined) throw refusalOf(refused.input).at(refused.index);
        };
        let index = 0;
        let isReading = false;
        try {
          for (const given of samples) {
            isReading = true;
            const sample = read(given);
            isReading = false;
            if (own.keep(sample)) {
              if (own.isFull()) learnKept();
            } else {
              learnKept();
              const cost = own.learn(sample);
              if (cost === undefined) throw refusalOf(sample.input, sample.from).at(index);
              rows.add(cost, own);
            }
            index++;
          }
        } catch (error) {
          throw isReading && error instanceof SampleError ? error.at(index) : error;
        } finally {
          learnKept(); // what it throws is of a sample before
        }
      }),

    learnBatch: (state, samples) =>
      learnApart(state, (own, rows) => {
        const refused = own.learnBatch(samples, (cost) => rows.add(cost, own));
        if (refused !== undefined) throw refusalOf(refused.sample.input, refused.sample.from).at(refused.index);
      }),

    predictOne(state, input) {
      const reading = readerOf(state);
      if (!reading.predict(input)) throw refusalOf(input);
      return outputOf(reading);
    },

    predictMany(state, inputs) {
      const rows = createRows(units);
      let index = 0;
      for (const input of inputs) {
        const reading = readerOf(state);
        if (!reading.predict(input)) throw refusalOf(input).at(index);
        rows.add(0, reading);
        index++;
      }
      return rows.take().outputs;
    },
  };
}

/** What is wrong with an input that the kernel has refused, and that begins there. */
function refusalOf(input: ReadSample["input"], from = 0): SampleError {
  try {
    requireAllFinite("indices" in input ? input.values : input.subarray(from), "features");
  } catch (error) {
    return error as SampleError;
  }
  throw new Error("Cannot use features as the kernel refuses them");
}
