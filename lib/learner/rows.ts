import { immutable, type KeptResults, type SimdKernel, type Vector } from "../kernel/mod.ts";

/** Outputs and costs of samples whose number is not known before. */
export interface Rows {
  /** Takes the kernel's newest output and its cost. */
  add(cost: number, kernel: SimdKernel): void;
  /** Lets the kernel learn what it has put aside, and takes that; returns an input that it has refused, and its place. */
  addKept(kernel: SimdKernel): { readonly input: Vector; readonly index: number } | undefined;
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
  const results: KeptResults = { outputs: new Float32Array(rows * units), costs: new Float32Array(rows), count: 0 };

  const makeRoom = (more: number): void => {
    const wanted = results.count + more;
    if (wanted <= results.costs.length) return;
    const rows = Math.max(wanted, 2 * results.costs.length);
    results.outputs = longer(results.outputs, rows * units);
    results.costs = longer(results.costs, rows);
  };
  return {
    add(cost, kernel) {
      makeRoom(1);
      kernel.output(results.outputs, results.count * units);
      results.costs[results.count++] = cost;
    },
    addKept(kernel) {
      makeRoom(kernel.mostKept);
      const input = kernel.learnKept(results);
      return input && { input, index: results.count };
    },
    take() {
      const { outputs, costs, count } = results;
      return { outputs: immutable(outputs.slice(0, count * units)), costs: immutable(costs.slice(0, count)) };
    },
  };
}

function longer(array: Float32Array, length: number): Float32Array<ArrayBuffer> {
  const made = new Float32Array(length);
  made.set(array);
  return made;
}
