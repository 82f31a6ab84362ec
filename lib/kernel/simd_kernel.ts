import { copyVector } from "./copy_vector.ts";
import { simdInput } from "./simd_input.ts";
import {
  type KernelPlan,
  layOutNetwork,
  NUMBERS,
  OFFSETS,
  RECORD_BYTES,
  SIDE_BY_SIDE,
  type SimdLayout,
  STEP,
  STEP_BYTES,
  STEP_NUMBERS,
  STEPS,
  TABLES,
  WEIGHT,
} from "./simd_layout.ts";
import type { SparseVector } from "./sparse_vector.ts";
import type { Vector } from "./vector.ts";

/** Optimizers that leave a weight as it is where the gradient is 0: with them no column misses a step. */
const RESTING: readonly string[] = ["sgd", "adagrad"];
/** The optimizers and links of a chain that the kernel knows; an optimizer's place is its number there. */
const STAGES = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"] as const;
const COSTS: readonly string[] = ["quadratic", "crossEntropy", "huber"];

/** The cost of a sample whose input is not finite; no other is negative. */
const NOT_FINITE = -1;

/** The name of a stage that the kernel can take. */
export type KernelStageName = typeof STAGES[number] | "weightDecay" | "l1" | "clipByNorm";

/** One stage of the way from gradients to updates. */
export interface KernelStage {
  /** Which one it is. */
  readonly name: KernelStageName;
  /** The names of what it remembers for each parameter, in the kernel's order. */
  readonly memories: readonly string[];
  /** The numbers of a step, float32 and in the kernel's order: the negative learning rate first. */
  readonly numbers: (step: number) => readonly number[];
}

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
   * Predicts and scores samples, then takes one step along their mean gradient; none if there are no samples or if one
   * throws. Calls back with each cost; `output` then gives the prediction.
   */
  learnBatch(samples: Iterable<KernelSample>, scored: (cost: number) => void): void;
  /** Predicts one input; `output` then gives the prediction. False, and none, if a number in it is not finite. */
  predict(input: Vector | SparseVector): boolean;
  /** Records the sample that was learned last at a place that is not beyond `recordingBytes`; returns where the next begins. */
  record(at: number): number;
  readonly recordingBytes: number;
  /** A copy of what was recorded up to there, for `readRecord`. */
  recorded(end: number): ArrayBuffer;
  /** Copies the newest prediction into an array. */
  output(out: Float32Array, offset: number): void;
}

/** What {@linkcode SimdKernel.capture} gives. */
export interface Captured {
  readonly floats: Float32Array;
  readonly steps: readonly number[];
}

/** What the module exports. */
interface SimdExports {
  learn(
    table: number,
    layers: number,
    parity: number,
    waiting: number,
    optimizer: number,
    cost: number,
    y: number,
  ): number;
  areFinite(block: number, bytes: number): number;
  learnFour(
    table: number,
    layers: number,
    next: number,
    finite: number,
    cost: number,
    y: number,
    yBytes: number,
    costs: number,
  ): void;
  forward(table: number, layers: number, parity: number, waiting: number, optimizer: number): void;
  predict(table: number, layers: number, parity: number, waiting: number, optimizer: number): number;
  addGradient(table: number, layers: number, parity: number, first: number): void;
  norm(table: number, layers: number): number;
  scale(gradients: number, bytes: number, factor: number): void;
  decay(table: number, layers: number, rate: number, signs: number): void;
  transform(table: number, layers: number, optimizer: number): void;
  apply(parameters: number, bytes: number): void;
  pack(table: number, layers: number, block: number, behind: number): void;
  settle(optimizer: number, table: number, layer: number): void;
  record(table: number, parity: number, target: number, outputs: number, to: number): number;
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
  const memory = openMemory(layout.bytes);
  const wasm = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as SimdExports;
  const floats = new Float32Array(memory.buffer);
  const words = new Uint32Array(memory.buffer);
  const costs = new Float64Array(memory.buffer, layout.costs, SIDE_BY_SIDE);
  writeTables(words, floats, layout);

  const layers = options.layers.length;
  const costNumber = COSTS.indexOf(cost);
  const lastRecord = layout.tables[0][layers];
  const { parameters, blockBytes } = layout;
  const gradients = parameters + blockBytes * (1 + memories);
  words[OFFSETS / 4 + 2] = gradients - parameters;
  const firstMemory = stages.map((_, i) => stages.slice(0, i).reduce((sum, stage) => sum + stage.memories.length, 1));
  const setMemories = (stage: number): void => {
    words[OFFSETS / 4] = firstMemory[stage] * blockBytes;
    words[OFFSETS / 4 + 1] = (firstMemory[stage] + 1) * blockBytes;
  };
  const optimizers = stages.map(({ name }) => STAGES.indexOf(name as typeof STAGES[number]));
  // A single optimizer is part of the pass over the weights; a chain goes over the gradients once for each link.
  const fused = stages.length === 1 && optimizers[0] >= 0 ? optimizers[0] : -1;
  if (fused >= 0) setMemories(0);
  const resting = fused >= 0 && RESTING.includes(stages[0].name);
  words[STEP_NUMBERS / 4] = layout.steps;

  let steps = stages.map(() => 0);
  let parity = 0;
  let waiting = 0;
  /** Whether columns may have missed steps. */
  let missing = false;
  let newest = lastRecord.activations[0];

  const writeNumbers = (stage: number, weight: number): void => {
    const numbers = stages[stage].numbers(steps[stage]);
    for (let i = 0; i < numbers.length; i++) floats[NUMBERS / 4 + i] = numbers[i];
    floats[NUMBERS / 4 + WEIGHT] = weight;
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
  const inputs = layout.tables.map(([record]) => simdInput(memory.buffer, record));
  /** Sparse inputs are written as such unless a chain goes over all gradients. */
  const writeInput = (input: Vector | SparseVector): void => {
    if (fused < 0) return inputs[0].writeDense(input, parity);
    if (!resting) choosePace("indices" in input);
    inputs[0].write(input, parity);
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
    waiting = 0;
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
    block: (captured, index) => unpack(captured.floats.subarray(index * blockBytes / 4), layout.tables[0]),
    learn(sample) {
      const { input, target, weight } = sample;
      writeInput(input);
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
        const s = weights.push(sample.weight) - 1;
        inputs[s].writeDense(sample.input, 0);
        write(sample.target, layout.target + s * layout.targetBytes);
        if (weights.length === SIDE_BY_SIDE) learnWaiting();
      }
      learnWaiting();
      if (count === 0) return;
      wasm.scale(gradients, blockBytes, 1 / count);
      takeStages();
    },
    predict(input) {
      writeInput(input);
      if (!wasm.predict(TABLES, layers, parity, waiting, fused)) return false;
      newest = lastRecord.activations[parity];
      waiting = 0;
      parity ^= 1;
      return true;
    },
    record: (at) =>
      wasm.record(TABLES, parity ^ 1, layout.target, lastRecord.units, layout.recording + at) - layout.recording,
    recordingBytes: layout.recordingBytes,
    recorded: (end) => memory.buffer.slice(layout.recording, layout.recording + end) as ArrayBuffer,
    output(out, offset) {
      for (let j = 0, from = newest / 4; j < lastRecord.units; j++) out[offset + j] = floats[from + j];
    },
  };
}

function openMemory(bytes: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  } catch {
    throw new RangeError(
      `Cannot use SIMD kernel as the network must fit into WebAssembly memory: current value is ${bytes} bytes`,
    );
  }
}

function writeTables(words: Uint32Array, floats: Float32Array, { tables, tableBytes }: SimdLayout): void {
  for (const [s, records] of tables.entries()) {
    for (const [l, { activations, ...record }] of records.entries()) {
      const { units, stride, activation, weights, weightedInputs, slopes, delta, list, exact, bits } = record;
      words.set(
        [units, stride, activation, weights, weightedInputs, ...activations, slopes, delta, list, exact, bits],
        (TABLES + s * tableBytes + l * RECORD_BYTES) / 4,
      );
      for (const at of activations) floats[at / 4 - 1] = 1;
    }
  }
}

/** Columns as a block: for each layer the weights row by row, then the biases. */
function unpack(columns: Float32Array, records: SimdLayout["tables"][number]): Float32Array<ArrayBuffer> {
  const sizes = records.slice(1).map(({ units }, l) => units * (records[l].units + 1));
  const block = new Float32Array(sizes.reduce((sum, size) => sum + size, 0));
  let to = 0;
  for (const [l, { units, stride, weights }] of records.entries()) {
    if (l === 0) continue;
    const inputs = records[l - 1].units;
    const from = (weights - records[1].weights) / 4;
    for (let j = 0; j < units; j++) {
      for (let k = 0, at = from + stride / 4 + j; k < inputs; k++, at += stride / 4) block[to++] = columns[at];
    }
    for (let j = 0; j < units; j++) block[to++] = columns[from + j];
  }
  return block;
}
