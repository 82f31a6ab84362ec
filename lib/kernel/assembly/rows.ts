import { learn } from "./kernel";
import { activationsOf, bitsOf, RECORD, unitsOf } from "./layer";
import { HYPER } from "./update";

/** From the begin of a row to its input, before which lies 1, the input of the biases. */
const INPUT: usize = 16;
/**
 * Learns samples one after the other that lie in rows: an input, a target, and the numbers of the optimizer's step. Writes the
 * outputs one behind the other, and as float32 the costs. Returns how many it has learned; less than there are if the input of
 * the next is not finite. The update of the last one waits.
 */
export function learnRows(
  table: usize, layers: i32, parity: i32, waiting: bool, optimizer: i32, cost: i32,
  rows: usize, rowBytes: usize, count: i32, target: usize, numbers: usize, outputs: usize, costs: usize,
): i32 {
  const last = table + <usize>layers * RECORD;
  const inputBytes = <usize>unitsOf(table) << 2, outputBytes = <usize>unitsOf(last) << 2;
  const even = activationsOf(table, 0), odd = activationsOf(table, 1);
  let row = rows, learned = 0;
  for (; learned < count; learned++, row += rowBytes) {
    store<u32>(table + (<usize>parity << 2), <u32>(row + INPUT), 20);
    store<u32>(bitsOf(table, parity), 0, 4); // not sparse
    const scored = learn(table, layers, parity, waiting, optimizer, cost, row + target);
    if (scored == -1) break;
    v128.store(HYPER, v128.load(row + numbers)); // ten numbers; a call that copies would take longer
    v128.store(HYPER, v128.load(row + numbers, 16), 16);
    store<u64>(HYPER, load<u64>(row + numbers, 32), 32);
    const a = activationsOf(last, parity);
    for (let j: usize = 0; j < outputBytes; j += 4) store<u32>(outputs + j, load<u32>(a + j));
    store<f32>(costs, <f32>scored);
    outputs += outputBytes;
    costs += 4;
    waiting = true;
    parity ^= 1;
  }
  store<u32>(table, <u32>even, 20);
  store<u32>(table, <u32>odd, 24);
  if (learned > 0) memory.copy(activationsOf(table, parity ^ 1), row - rowBytes + INPUT, inputBytes);
  return learned;
}
