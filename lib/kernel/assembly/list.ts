/** Which inputs of a layer are not zero, and so which columns of its weights a pass has to visit. */
import { activationsOf, bitsOf, listOf, unitsOf } from "./layer";

/** Columns, as their number times 4, whose input is not zero in this sample: the biases first, then in their order. */
export let nowFrom: usize = 0, nowEnd: usize = 0;
/** Columns whose input is not zero in the sample before alone. */
export let restFrom: usize = 0, restEnd: usize = 0;

/** Marks the inputs of this sample that are not zero, a bit each, behind their number. Returns whether all are. */
export function mark(before: usize, parity: i32): bool {
  const units = <usize>unitsOf(before), a = activationsOf(before, parity);
  const bits = bitsOf(before, parity);
  let count: u64 = 0, at = bits;
  for (let k: usize = 0; k < units; k += 64) {
    let word: u64 = 0;
    for (let b: usize = 0; b < 64; b += 16) word |= <u64>notZero(a + (k + b << 2)) << b;
    if (units - k < 64) word &= (1 << <u64>(units - k)) - 1;
    store<u64>(at += 8, word);
    count += popcnt(word);
  }
  store<u64>(bits, count);
  return count == units;
}

/** Whether the mark of all inputs was set in the sample before. */
// @ts-ignore: decorator
@inline
export function wasComplete(before: usize, parity: i32): bool {
  return load<u64>(bitsOf(before, parity ^ 1)) == <u64>unitsOf(before);
}

/** Sixteen numbers, a bit each. */
// @ts-ignore: decorator
@inline
function notZero(at: usize): i32 {
  const zero = f32x4.splat(0);
  const a = f32x4.ne(v128.load(at), zero), b = f32x4.ne(v128.load(at, 16), zero);
  const c = f32x4.ne(v128.load(at, 32), zero), d = f32x4.ne(v128.load(at, 48), zero);
  return i8x16.bitmask(i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d)));
}

/** Lists the columns by the marks; with a waiting update also those of the sample before. */
export function list(layer: usize, before: usize, parity: i32, waiting: bool): void {
  const now = bitsOf(before, parity), previous = bitsOf(before, parity ^ 1);
  const words = <usize>(unitsOf(before) + 63 >> 6) << 3;
  let end = nowFrom = listOf(layer);
  store<u32>(end, 0);
  end += 4;
  for (let w: usize = 8; w <= words; w += 8) end = append(end, load<u64>(now + w), w);
  nowEnd = restFrom = end;
  if (waiting) for (let w: usize = 8; w <= words; w += 8) end = append(end, load<u64>(previous + w) & ~load<u64>(now + w), w);
  restEnd = end;
}

/** Lists the columns of the sample before alone. */
export function listPrevious(layer: usize, before: usize, parity: i32): void {
  list(layer, before, parity ^ 1, false);
  restFrom = nowFrom;
  restEnd = nowFrom = nowEnd;
}

// @ts-ignore: decorator
@inline
function append(end: usize, word: u64, w: usize): usize {
  const first = <u32>((w - 8 << 3) + 1);
  while (word != 0) {
    store<u32>(end, first + <u32>ctz(word) << 2);
    end += 4;
    word &= word - 1;
  }
  return end;
}
