const [ZERO, DOT, MINUS] = [48, 46, 45];

/** The least number that is written here, and the least that is too large. */
const [LEAST, MOST] = [1e-5, 1e8];
/** Powers of ten: with these, all products below are float64 numbers. */
const POWERS: Float64Array = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
/** By the exponent of a float32 number as it is stored: half of what its float64 neighbours differ from it, not quite. */
const HALF_GAP: Float64Array = Float64Array.from({ length: 256 }, (_, e) => 2 ** (e - 127 - 53) * (1 - 1e-9));
/** The digits of 00 to 99, in two bytes each. */
const PAIRS: Uint16Array = Uint16Array.from(
  { length: 100 },
  (_, i) => ZERO + Math.floor(i / 10) + (ZERO + i % 10 << 8),
);

const float = new Float32Array(1);
const word = new Uint32Array(float.buffer);

/**
 * Writes a float32 number as JSON: with as few digits as make the same float64 number, and of these the nearest, as
 * `JSON.stringify` does (Steele and White, "How to print floating-point numbers accurately", PLDI 1990,
 * doi:10.1145/93542.93559). In this range, x 10^a is a float64 number for the eight digits in front, and so is what is
 * left of it times 10^9 for nine more: of the seventeen digits none is in doubt, nor is how far fewer of them are from x.
 *
 * @param out Takes the bytes, with room for 28.
 * @param start Where it begins.
 * @param x The number.
 * @returns The place behind it; -1 if it is no float32 number, or not 0 and not between 10^-5 and 10^8 in size.
 */
export function writeFloat(out: DataView, start: number, x: number): number {
  const size = Math.abs(x);
  if (!(size >= LEAST && size < MOST)) {
    if (x !== 0) return -1;
    out.setUint8(start, ZERO);
    return start + 1;
  }
  float[0] = size;
  if (float[0] !== size) return -1;

  // It is 0.000ddd, or ddd.ddd with so many digits before the point.
  let [whole, zeros] = [0, 0];
  while (size >= POWERS[whole]) whole++;
  if (whole === 0) { while (size * POWERS[zeros + 1] < 1) zeros++; }
  const scale = POWERS[8 - whole + zeros];
  const product = size * scale;
  const front = Math.floor(product);
  const rest = (product - front) * 1e9;

  const most = HALF_GAP[word[0] >>> 23] * scale * 1e9;
  let back = rounded(rest, 100);
  if (Math.abs(back - rest) > most) back = rounded(rest, 10);
  if (Math.abs(back - rest) > most) back = rounded(rest, 1);
  if (back === 1e9) return -1;

  let at = start;
  if (x < 0) out.setUint8(at++, MINUS);
  if (whole === 0) {
    out.setUint16(at, ZERO + (DOT << 8), true);
    at += 2;
    for (; zeros > 0; zeros--) out.setUint8(at++, ZERO);
    whole = 1; // of the digits one stays
  }
  const digits = at;
  writeEight(out, at, front);
  const ninth = Math.floor(back / 1e8);
  out.setUint8(at + 8, ZERO + ninth);
  writeEight(out, at + 9, back - ninth * 1e8);
  for (at += 17; at > digits + whole && out.getUint8(at - 1) === ZERO; at--);
  if (size < 1 || at === digits + whole) return at;
  for (let i = at; i > digits + whole; i--) out.setUint8(i, out.getUint8(i - 1));
  out.setUint8(digits + whole, DOT);
  return at + 1;
}

/** The nearest multiple, an even one if two are as near. */
function rounded(x: number, unit: number): number {
  const above = Math.round(x / unit);
  const isTie = above * unit - x === unit / 2;
  return (isTie && above % 2 === 1 ? above - 1 : above) * unit;
}

function writeEight(out: DataView, at: number, x: number): void {
  const front = Math.floor(x / 10_000);
  writeFour(out, at, front);
  writeFour(out, at + 4, x - front * 10_000);
}

function writeFour(out: DataView, at: number, x: number): void {
  const front = (x / 100) | 0;
  out.setUint16(at, PAIRS[front], true);
  out.setUint16(at + 2, PAIRS[x - front * 100], true);
}
