/** The activations, costs and optimizer stages that the SIMD kernel knows, each at the place that is its number there. */
const ACTIVATIONS: readonly string[] = [
  "sigmoid",
  "tanh",
  "relu",
  "leakyRelu",
  "elu",
  "gelu",
  "silu",
  "softplus",
  "identity",
  "softmax",
];

/** What a network and its optimizer are to the SIMD kernel. */
export interface KernelPlan {
  /** How many numbers the input holds. */
  readonly inputs: number;
  /** Units and the name of the activation of each layer. */
  readonly layers: readonly { readonly units: number; readonly activation: string }[];
  /** How many numbers the optimizer remembers for each parameter. */
  readonly memories: number;
}

/** The record of a layer: where its numbers lie, in bytes, in the order in which the kernel reads them. */
export interface LayerRecord {
  /** How many neurons it has. */
  readonly units: number;
  /** From one column of weights to the next: the units in whole lanes of four, or a single one. */
  readonly stride: number;
  /** The number of its activation. */
  readonly activation: number;
  /** Column 0 holds the biases, column k + 1 the weights from neuron k of the layer before. */
  readonly weights: number;
  /** z. */
  readonly weightedInputs: number;
  /** a of this sample, and of the one before; the four bytes before each hold 1, the input of the biases. */
  readonly activations: readonly [number, number];
  /** sigma'(z). */
  readonly slopes: number;
  /** delta. */
  readonly delta: number;
  /** The columns that a pass visits; of the input, those that its sparse vectors name, for this sample and the one before. */
  readonly list: number;
  /** Float64 values of a softmax. */
  readonly exact: number;
  /** Which activations are not zero: their number in eight bytes and a bit each, for this sample and the one before. */
  readonly bits: number;
  /** How many bytes these are for one sample. */
  readonly bitsBytes: number;
}

/** Rows of samples that are learned in one go, in bytes. */
export interface RowsLayout {
  /** Where the first begins. */
  readonly start: number;
  /** From one row to the next. */
  readonly bytes: number;
  /** How many there are. */
  readonly most: number;
  /** Where in a row x lies; the four bytes before it hold 1, the input of the biases. */
  readonly input: number;
  /** Where in a row y lies. */
  readonly target: number;
  /** Where in a row the numbers of the step lie. */
  readonly numbers: number;
  /** Where the outputs lie, one behind the other. */
  readonly outputs: number;
  /** Where the costs lie, in float32. */
  readonly costs: number;
}

/** Where everything lies in the kernel's memory, in bytes. */
export interface SimdLayout {
  /** The records of the input and the layers, once for each sample that is worked on side by side. */
  readonly tables: readonly (readonly LayerRecord[])[];
  /** From one table to the next. */
  readonly tableBytes: number;
  /** Where the parameters begin; the optimizer's memories follow, and after them the gradients, each as long. */
  readonly parameters: number;
  /** How long each of these is. */
  readonly blockBytes: number;
  /** Where the targets lie, one a table. */
  readonly target: number;
  /** From one target to the next. */
  readonly targetBytes: number;
  /** Where four costs lie, in float64. */
  readonly costs: number;
  /** Samples that are learned in one go. */
  readonly rows: RowsLayout;
  /** Where the numbers of the last steps lie, and behind them the last step of each column of the first layer. */
  readonly steps: number;
  /** Where samples are recorded. */
  readonly recording: number;
  /** Up to where in it a record may begin. */
  readonly recordingBytes: number;
  /** How many bytes there are in all. */
  readonly bytes: number;
}

/** How many samples are worked on side by side. */
export const SIDE_BY_SIDE = 4;
/** Where the numbers of a step lie: the learning rate and its like, and last the sample's weight. */
export const NUMBERS = 64;
/** The place of the sample's weight among them. */
export const WEIGHT = 9;
/** Where it stands how many bytes behind the parameters the two memories of the optimizer and the gradients lie. */
export const OFFSETS = 112;
/** Where the tables begin. */
export const TABLES = 128;
/** Where it stands how many steps were taken since all columns had taken all, and where their numbers lie. */
export const STEP = 104;
export const STEP_NUMBERS = 124;
/** How many steps a column can miss before it has to take them, and how many bytes the numbers of a step fill. */
export const STEPS = 4096;
export const STEP_BYTES = 48;
/** How long what is recorded becomes before it has to be taken out. */
const RECORDING_BYTES = 2 ** 15;
/** There are rows for so many samples at most, and for more than one up to so many bytes, so that they stay in the cache. */
const MOST_ROWS = 128;
const ROWS_BYTES = 2 ** 14;
/** How many bytes a record has. */
export const RECORD_BYTES = 48;

/**
 * Lays a network out in memory.
 *
 * @param plan The network and its optimizer.
 * @returns Where everything lies.
 */
export function layOutNetwork({ inputs, layers, memories }: KernelPlan): SimdLayout {
  const sizes = [{ units: inputs, activation: "identity" }, ...layers];
  const tableBytes = RECORD_BYTES * sizes.length;
  let top = TABLES + SIDE_BY_SIDE * tableBytes;
  const take = (bytes: number): number => {
    const start = Math.ceil(top / 16) * 16;
    top = start + bytes;
    return start;
  };
  const columns = sizes.map(({ units }, l) => l === 0 ? 0 : (sizes[l - 1].units + 1) * strideOf(units));
  const blockBytes = Math.ceil(columns.reduce((sum, bytes) => sum + bytes, 0) / 16) * 16;
  const parameters = take(blockBytes * (memories + 2));

  const takeRecords = (first: boolean): LayerRecord[] => {
    let weights = parameters;
    return sizes.map(({ units, activation }, l) => {
      const lanes = Math.ceil(units / 4) * 4;
      const now = take(16 + lanes * 4) + 16;
      const bitsBytes = 8 * (1 + Math.ceil(units / 64));
      const record = {
        units,
        stride: strideOf(units),
        activation: ACTIVATIONS.indexOf(activation),
        weights,
        weightedInputs: take(lanes * 4),
        activations: [now, first ? take(16 + lanes * 4) + 16 : now] as const,
        slopes: take(lanes * 4),
        delta: take(lanes * 4),
        list: take(l === 0 ? (first ? 2 : 0) * (units + 1) * 4 : (sizes[l - 1].units + 2) * 4),
        exact: take(lanes * 8),
        bits: take((first ? 2 : 1) * bitsBytes),
        bitsBytes,
      };
      weights += columns[l];
      return record;
    });
  };
  const tables = Array.from({ length: SIDE_BY_SIDE }, (_, s) => takeRecords(s === 0));
  const targetBytes = Math.ceil(sizes[sizes.length - 1].units / 4) * 16;
  const target = take(SIDE_BY_SIDE * targetBytes);
  const costs = take(SIDE_BY_SIDE * 8);
  const rows = takeRows(take, inputs, sizes[sizes.length - 1].units);
  const steps = take(STEPS * STEP_BYTES + (inputs + 1) * 4);
  const recording = take(RECORDING_BYTES);
  take(4 + tables[0][0].bitsBytes + 8 * inputs + targetBytes); // the longest record, sparse with no zero
  // A pass may read a little beyond the last column.
  const bytes = top + 256;
  return {
    tables,
    tableBytes,
    parameters,
    blockBytes,
    target,
    targetBytes,
    costs,
    rows,
    steps,
    recording,
    recordingBytes: RECORDING_BYTES,
    bytes,
  };
}

function takeRows(take: (bytes: number) => number, inputs: number, units: number): RowsLayout {
  const input = 16;
  const target = input + Math.ceil(inputs / 4) * 16;
  const numbers = target + Math.ceil(units / 4) * 16;
  const bytes = numbers + STEP_BYTES;
  const most = Math.min(Math.max(Math.floor(ROWS_BYTES / bytes), 1), MOST_ROWS);
  return {
    start: take(most * bytes),
    bytes,
    most,
    input,
    target,
    numbers,
    outputs: take(most * units * 4),
    costs: take(most * 4),
  };
}

function strideOf(units: number): number {
  return units === 1 ? 4 : Math.ceil(units / 4) * 16;
}
