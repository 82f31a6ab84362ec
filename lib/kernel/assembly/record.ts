import { activationsOf, bitsOf, unitsOf } from "./layer";
import { columnsOf, isSparse } from "./sparse";

/**
 * Records the newest sample: how many inputs are not zero, which (a bit each, or as columns where the host has listed
 * them, then with the highest bit of the number set), these inputs, and the target. Returns the end.
 */
export function record(table: usize, parity: i32, target: usize, outputs: usize, to: usize): usize {
  const units = <usize>unitsOf(table), bits = bitsOf(table, parity), a = activationsOf(table, parity);
  if (isSparse(table, parity)) {
    const bytes = <usize>(load<u32>(bits) - 1) << 2;
    store<u32>(to, <u32>(bytes >> 2) | 0x80000000);
    memory.copy(to + 4, columnsOf(table, parity) + 4, bytes);
    memory.copy(to + 4 + bytes, a, bytes);
    to += 4 + 2 * bytes;
  } else {
    store<u32>(to, load<u32>(bits));
    const words = units + 63 >> 6 << 3, marks = to + 4;
    to = marks + words;
    for (let w: usize = 0; w < words; w += 8) {
      let word = load<u64>(bits + 8 + w);
      store<u64>(marks + w, word);
      const from = a + (w << 5);
      while (word != 0) {
        store<u32>(to, load<u32>(from + (<usize>ctz(word) << 2)));
        to += 4;
        word &= word - 1;
      }
    }
  }
  for (let j: usize = 0; j < outputs; j++) store<u32>(to + (j << 2), load<u32>(target + (j << 2)));
  return to + (outputs << 2);
}
