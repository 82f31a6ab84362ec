import { copyVector } from "./copy_vector.ts";
import { KERNEL_OPTIMIZERS, type KernelStage, RESTING_OPTIMIZERS } from "./kernel_stage.ts";
import { openSimd } from "./open_simd.ts";
import { simdInput } from "./simd_input.ts";
import {
  type KernelPlan,
  layOutNetwork,
  NUMBERS,
  OFFSETS,
  RECORD_BYTES,
  SIDE_BY_SIDE,
  STEP,
  STEP_BYTES,
  STEP_NUMBERS,
  STEPS,
  TABLES,
  WEIGHT,
} from "./simd_layout.ts";
import type { SparseVector } from "./sparse_vector.ts";
import { unpackColumns } from "./unpack_columns.ts";
import type { Vector } from "./vector.ts";

const COSTS: readonly string[] = ["quadratic", "crossEntropy", "huber"];

/** The cost of a sample whose input is not finite; no other is negative. */
const NOT_FINITE = -1;

/** A network, its cost and the stages of its optimizer. */
export interface SimdKernelOptions extends Omit<KernelPlan, "memories"> {
  /** The name of the cost. */
  readonly cost: string;
  /** The stages. */
  readonly stages: readonly KernelStage[];
}

/** A sample as the kernel takes it. */
export interface KernelSample {
  /** x. Shape: (inputs). */
  readonly input: Vector | SparseVector;
  /** Where x begins in a dense input that holds others as well; 0 if missing. */
  readonly from?: number;
  /** y. Shape: (units). */
  readonly target: Vector;
  /** Importance. */
  readonly weight: number;
}

/** One network in WebAssembly memory, which learns sample by sample. */
export interface SimdKernel {
  /** Takes parameters, and for each stage how many steps it has taken and what it remembers. */
  load(parameters: Vector, stages: readonly { step: number; memories: readonly Vector[] }[]): void;
  /** All parameters and memories as they lie in memory, and the steps of the stages; `restore` takes them again. */
  capture(): Captured;
  /** Puts back what was captured. */
  restore(captured: Captured): void;
  /** Parameters (0) or a memory (1, 2, ...) out of what was captured, as a block. */
  block(captured: Captured, index: number): Float32Array<ArrayBuffer>;
  /**
   * Predicts the sample, scores it and takes a step. Returns the cost; `output` then gives the prediction. With a number in
   * a dense input that is not finite nothing happens, and it returns undefined.
   */
  learn(sample: KernelSample): number | undefined;
  /**
   * Puts a sample aside, to be learned in its turn by `learnKept`. False, and it is not, if it is sparse or the optimizer is a
   * chain: `learn` takes it then, after those that were put aside.
   */
  keep(sample: KernelSample): boolean;
  /** Whether no more can be put aside. */
  isFull(): boolean;
  /** How many can be put aside. */
  readonly mostKept: number;
  /**
   * Learns what was put aside as `learn` does, in less time, and writes the predictions and the costs one behind the other. At
   * an input that holds a number that is not finite it stops, and returns that input; nothing is put aside any more.
   */
  learnKept(into: KeptResults): Vector | undefined;
  /**
   * Predicts and scores samples, then takes one step along their mean gradient; none if there are no samples or if one
   * throws. Calls back with each cost; `output` then gives the prediction. At a dense input that holds a number that is not
   * finite it stops, no step is taken, and it returns that sample.
   */
  learnBatch(
    samples: Iterable<KernelSample>,
    scored: (cost: number) => void,
  ): { readonly index: number; readonly sample: KernelSample } | undefined;
  /** Predicts one input; `output` then gives the prediction. False, and none, if a number in it is not finite. */
  predict(input: Vector | SparseVector): boolean;
  /** Whether all parameters and memories are finite. */
  isFinite(): boolean;
  /** Records the sample that was learned last at a place that is not beyond `recordingBytes`; returns where the next begins. */
  record(at: number): number;
  readonly recordingBytes: number;
  /** A copy of what was recorded up to there, for `readRecord`. */
  recorded(end: number): ArrayBuffer;
  /** Copies the newest prediction into an array. */
  output(out: Float32Array, offset: number): void;
}

/** Where the results of samples are written, with room for them. */
export interface KeptResults {
  /** The predictions. Shape: (samples, units). */
  outputs: Float32Array<ArrayBuffer>;
  /** The costs. Shape: (samples). */
  costs: Float32Array<ArrayBuffer>;
  /** How many are there; it goes up. */
  count: number;
}

/** What {@linkcode SimdKernel.capture} gives. */
export interface Captured {
  readonly floats: Float32Array;
  readonly steps: readonly number[];
}

/**
 * Puts a network into WebAssembly memory of its own.
 *
 * The update of a sample is not made until the next one comes: then each weight is read once, updated, used to predict
 * the next sample, and written once. Whatever reads the parameters makes the update first.
 *
 * @param module The compiled module.
 * @param options The network, its cost and the stages of its optimizer.
 * @returns The kernel.
 * @throws {RangeError} If the network does not fit the memory that WebAssembly can have.
 */
export function createSimdKernel(module: WebAssembly.Module, options: SimdKernelOptions): SimdKernel {
  const { stages, cost } = options;
  const memories = stages.reduce((sum, stage) => sum + stage.memories.length, 0);
  const layout = layOutNetwork({ ...options, memories });
  const { memory, wasm } = openSimd(module, layout);
  const floats = new Float32Array(memory);
  const words = new Uint32Array(memory);
  const costs = new Float64Array(memory, layout.costs, SIDE_BY_SIDE);

  const layers = options.layers.length;
  const costNumber = COSTS.indexOf(cost);
  const lastRecord = layout.tables[0][layers];
  const inputBytes = options.inputs * 4;
  const { parameters, blockBytes, rows } = layout;
  const gradients = parameters + blockBytes * (1 + memories);
  words[OFFSETS / 4 + 2] = gradients - parameters;
  const firstMemory = stages.map((_, i) => stages.slice(0, i).reduce((sum, stage) => sum + stage.memories.length, 1));
  const setMemories = (stage: number): void => {
    words[OFFSETS / 4] = firstMemory[stage] * blockBytes;
    words[OFFSETS / 4 + 1] = (firstMemory[stage] + 1) * blockBytes;
  };
  const optimizers = stages.map(({ name }) => KERNEL_OPTIMIZERS.indexOf(name as typeof KERNEL_OPTIMIZERS[number]));
  // A single optimizer is part of the pass over the weights; a chain goes over the gradients once for each link.
  const fused = stages.length === 1 && optimizers[0] >= 0 ? optimizers[0] : -1;
  if (fused >= 0) setMemories(0);
  const resting = fused >= 0 && RESTING_OPTIMIZERS.includes(stages[0].name);
  words[STEP_NUMBERS / 4] = layout.steps;

  let steps = stages.map(() => 0);
  let parity = 0;
  let waiting = 0;
  /** Whether columns may have missed steps. */
  let missing = false;
  let newest = lastRecord.activations[0];
  let kept = 0;

  const writeNumbers = (stage: number, weight: number, at = NUMBERS, step = steps[stage]): void => {
    const numbers = stages[stage].numbers(step);
    for (let i = 0; i < numbers.length; i++) floats[at / 4 + i] = numbers[i];
    floats[at / 4 + WEIGHT] = weight;
  };
  const keepNumbers = (): void => {
    const step = ++words[STEP / 4];
    const from = NUMBERS / 4;
    floats.copyWithin((layout.steps + (step % STEPS) * STEP_BYTES) / 4, from, from + WEIGHT + 1);
  };
  const flush = (): void => {
    if (waiting === 1) wasm.forward(TABLES, layers, parity, 1, fused);
    waiting = 0;
  };
  const takeStages = (): void => {
    for (const [i, { name, numbers }] of stages.entries()) {
      const [first] = numbers(steps[i]);
      if (name === "clipByNorm") {
        const norm = wasm.norm(TABLES, layers);
        if (!(norm <= first)) wasm.scale(gradients, blockBytes, first / norm);
      } else if (name === "weightDecay" || name === "l1") {
        wasm.decay(TABLES, layers, first, name === "l1" ? 1 : 0);
      } else {
        setMemories(i);
        writeNumbers(i, 1);
        wasm.transform(TABLES, layers, optimizers[i]);
      }
      steps[i]++;
    }
    wasm.apply(parameters, blockBytes);
  };
  const clearGradients = (): void => {
    floats.fill(0, gradients / 4, (gradients + blockBytes) / 4);
  };

  const write = (vector: Vector, at: number): void => copyVector(vector, floats, at / 4);
  const inputs = layout.tables.map(([record]) => simdInput(memory, record));
  /** Sparse inputs are written as such unless a chain goes over all gradients. */
  const writeInput = (input: Vector | SparseVector, from = 0): void => {
    if (fused < 0) return inputs[0].writeDense(input, parity, from);
    if (!resting) choosePace("indices" in input);
    inputs[0].write(input, parity, from);
  };
  /** Under an optimizer that moves all weights, columns that sparse samples leave out miss steps; dense ones need them all. */
  const choosePace = (isSparse: boolean): void => {
    if (isSparse === missing && words[STEP / 4] < STEPS - 1) return;
    flush();
    settle();
    missing = isSparse;
  };
  const settle = (): void => {
    if (missing) wasm.settle(fused, TABLES, TABLES + RECORD_BYTES);
    missing = false;
  };
  /** What is written over needs no steps any more. */
  const forget = (): void => {
    waiting = kept = 0;
    if (missing) words.fill(0, layout.steps / 4 + STEPS * STEP_BYTES / 4, layout.recording / 4);
    words[STEP / 4] = 0;
    missing = false;
  };
  const learnFour = (finite: number): void => {
    floats[NUMBERS / 4 + WEIGHT] = 1;
    const { tableBytes, target, targetBytes } = layout;
    wasm.learnFour(TABLES, layers, tableBytes, finite, costNumber, target, targetBytes, layout.costs);
  };
  const learnBeside = (s: number, weight: number): number => {
    const table = TABLES + s * layout.tableBytes;
    const cost = wasm.learn(table, layers, 0, 0, -1, costNumber, layout.target + s * layout.targetBytes);
    floats[NUMBERS / 4 + WEIGHT] = weight;
    wasm.addGradient(table, layers, 0, 0);
    return cost;
  };

  return {
    load(block, states) {
      forget();
      floats.fill(0, parameters / 4, (parameters + blockBytes * (1 + memories)) / 4);
      // The gradients' place is as long as a block, and free now.
      const pack = (vector: Vector, index: number) => {
        write(vector, gradients);
        wasm.pack(TABLES, layers, gradients, index * blockBytes);
      };
      pack(block, 0);
      states.flatMap((state) => state.memories).forEach((vector, i) => pack(vector, i + 1));
      steps = states.map(({ step }) => step);
    },
    capture() {
      flush();
      settle();
      return {
        floats: floats.slice(parameters / 4, (parameters + blockBytes * (1 + memories)) / 4),
        steps: [...steps],
      };
    },
    restore(captured) {
      forget();
      floats.set(captured.floats, parameters / 4);
      steps = [...captured.steps];
    },
    block: (captured, index) => unpackColumns(captured.floats.subarray(index * blockBytes / 4), layout.tables[0]),
    learn(sample) {
      const { input, from, target, weight } = sample;
      writeInput(input, from);
      write(target, layout.target);
      const scored = wasm.learn(TABLES, layers, parity, waiting, fused, costNumber, layout.target);
      if (scored === NOT_FINITE) return undefined;
      if (fused >= 0) {
        writeNumbers(0, weight);
        if (missing) keepNumbers();
        steps[0]++;
        waiting = 1;
      } else {
        clearGradients();
        floats[NUMBERS / 4 + WEIGHT] = weight;
        wasm.addGradient(TABLES, layers, parity, 1);
        takeStages();
      }
      newest = lastRecord.activations[parity];
      parity ^= 1;
      return scored;
    },
    keep({ input, from, target, weight }) {
      if (fused < 0 || "indices" in input) return false;
      const row = rows.start + kept * rows.bytes;
      copyVector(input, floats, (row + rows.input) / 4, from, options.inputs);
      write(target, row + rows.target);
      writeNumbers(0, weight, row + rows.numbers, steps[0] + kept);
      kept++;
      return true;
    },
    isFull: () => kept === rows.most,
    mostKept: rows.most,
    learnKept(into) {
      if (kept === 0) return undefined;
      if (!resting) choosePace(false);
      const { start, bytes, target, numbers, outputs, costs } = rows;
      const to = [TABLES, layers, parity, waiting, fused, costNumber] as const;
      const learned = wasm.learnRows(...to, start, bytes, kept, target, numbers, outputs, costs);
      const refused = learned < kept;
      kept = 0;
      if (learned > 0) {
        steps[0] += learned;
        waiting = 1;
        parity = (parity + learned) & 1;
        newest = lastRecord.activations[parity ^ 1];
      }
      copyVector(floats, into.outputs, into.count * lastRecord.units, outputs / 4, learned * lastRecord.units);
      copyVector(floats, into.costs, into.count, costs / 4, learned);
      into.count += learned;
      const input = (start + learned * bytes + rows.input) / 4;
      return refused ? floats.slice(input, input + options.inputs) : undefined;
    },
    learnBatch(samples, scored) {
      flush();
      settle();
      clearGradients();
      const finite = wasm.areFinite(parameters, blockBytes);
      const weights: number[] = [];
      let count = 0;
      const learnWaiting = (): void => {
        const four = weights.length === SIDE_BY_SIDE && weights.every((weight) => weight === 1);
        if (four) learnFour(finite);
        for (let s = 0; s < weights.length; s++) {
          const cost = four ? costs[s] : learnBeside(s, weights[s]);
          newest = layout.tables[s][layers].activations[0];
          scored(cost);
        }
        count += weights.length;
        weights.length = 0;
      };
      for (const sample of samples) {
        const s = weights.length;
        inputs[s].writeDense(sample.input, 0, sample.from);
        if (!wasm.areFinite(layout.tables[s][0].activations[0], inputBytes)) return { index: count + s, sample };
        weights.push(sample.weight);
        write(sample.target, layout.target + s * layout.targetBytes);
        if (weights.length === SIDE_BY_SIDE) learnWaiting();
      }
      learnWaiting();
      if (count === 0) return undefined;
      wasm.scale(gradients, blockBytes, 1 / count);
      takeStages();
      return undefined;
    },
    predict(input) {
      writeInput(input);
      if (!wasm.predict(TABLES, layers, parity, waiting, fused)) return false;
      newest = lastRecord.activations[parity];
      waiting = 0;
      parity ^= 1;
      return true;
    },
    isFinite() {
      flush();
      return wasm.areFinite(parameters, blockBytes * (1 + memories)) !== 0;
    },
    record: (at) =>
      wasm.record(TABLES, parity ^ 1, layout.target, lastRecord.units, layout.recording + at) - layout.recording,
    recordingBytes: layout.recordingBytes,
    recorded: (end) => memory.slice(layout.recording, layout.recording + end) as ArrayBuffer,
    output(out, offset) {
      for (let j = 0, from = newest / 4; j < lastRecord.units; j++) out[offset + j] = floats[from + j];
    },
  };
}
