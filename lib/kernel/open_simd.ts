import { RECORD_BYTES, type SimdLayout, TABLES } from "./simd_layout.ts";

/** What the module exports. */
export interface SimdExports {
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
  learnRows(
    table: number,
    layers: number,
    parity: number,
    waiting: number,
    optimizer: number,
    cost: number,
    rows: number,
    rowBytes: number,
    count: number,
    y: number,
    numbers: number,
    outputs: number,
    costs: number,
  ): number;
  record(table: number, parity: number, target: number, outputs: number, to: number): number;
}

/** The module at work on a memory of its own. */
export interface OpenSimd {
  readonly memory: ArrayBufferLike;
  readonly wasm: SimdExports;
}

/**
 * Opens the module on a memory in which a network is laid out.
 *
 * @param module The compiled module.
 * @param layout Where everything lies.
 * @returns The memory and what works on it.
 * @throws {RangeError} If the network does not fit the memory that WebAssembly can have.
 */
export function openSimd(module: WebAssembly.Module, layout: SimdLayout): OpenSimd {
  const memory = openMemory(layout.bytes);
  writeTables(memory.buffer, layout);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { memory: memory.buffer, wasm: exports as unknown as SimdExports };
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

function writeTables(buffer: ArrayBufferLike, { tables, tableBytes, rows }: SimdLayout): void {
  const words = new Uint32Array(buffer);
  const floats = new Float32Array(buffer);
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
  for (let row = 0; row < rows.most; row++) floats[(rows.start + row * rows.bytes + rows.input) / 4 - 1] = 1;
}
