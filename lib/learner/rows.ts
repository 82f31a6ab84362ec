import { immutable, type SimdKernel, type Vector } from "../kernel/mod.ts";

/** Outputs and costs of samples whose number is not known before. */
export interface Rows {
  /** Takes the kernel's newest output and its cost. */
  add(cost: number, kernel: SimdKernel): void;
  /** All outputs, one row each, and all costs. */
  take(): { outputs: Vector; costs: Vector };
}

/** For so many numbers there is room at first, as it takes longer to make arrays anew than to have some of it left over. */
const ROOM = 1024;

/**
 * Collects rows in arrays that grow.
 *
 * @param units How many numbers an output holds.
 * @returns The rows.
 */
export function createRows(units: number): Rows {
  const rows = Math.ceil(ROOM / units);
  let outputs = new Float32Array(rows * units);
  let costs = new Float32Array(rows);
  let count = 0;
  return {
    add(cost, kernel) {
      if (count === costs.length) {
        outputs = doubled(outputs);
        costs = doubled(costs);
      }
      kernel.output(outputs, count * units);
      costs[count++] = cost;
    },
    take: () => ({ outputs: immutable(outputs.slice(0, count * units)), costs: immutable(costs.slice(0, count)) }),
  };
}

function doubled(array: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const longer = new Float32Array(2 * array.length);
  longer.set(array);
  return longer;
}
