/** exp, log and their kin in float64, operation by operation as lib/kernel has them, so that the bytes agree. */

/** e^x in two lanes, for x up to 0. */
export function exp(x: v128): v128 {
  const rest = quotientRest(x);
  return ofQuotient(quotientPower(x), rest, f64x2.sub(quotientCoth(rest), rest));
}

/** e^x from power, rest, and coth - rest. */
// @ts-ignore: decorator
@inline
export function ofQuotient(power: v128, rest: v128, below: v128): v128 {
  return f64x2.mul(f64x2.add(f64x2.splat(1), f64x2.div(f64x2.mul(f64x2.splat(2), rest), below)), power);
}

/** e^x for x up to 0 as a quotient, power (coth + rest) / (coth - rest): its power. */
// @ts-ignore: decorator
@inline
export function quotientPower(x: v128): v128 {
  // Half a number of this size is whole, so that the last bits are those of the exponent; 2^-1022 is not the least power.
  const raised = i64x2.shl(i64x2.add(shifted(x), i64x2.splat(1023 + 54)), 52);
  return f64x2.mul(raised, f64x2.splat(5.551115123125783e-17));
}

// @ts-ignore: decorator
@inline
function shifted(x: v128): v128 {
  return f64x2.add(f64x2.mul(inRange(x), f64x2.splat(1.4426950408889634)), f64x2.splat(6755399441055744));
}

// @ts-ignore: decorator
@inline
function inRange(x: v128): v128 { return f64x2.pmax(x, f64x2.splat(-746)); }

/** Its rest, at most ln 2 / 2 from 0. */
// @ts-ignore: decorator
@inline
export function quotientRest(x: v128): v128 {
  const exponent = f64x2.sub(shifted(x), f64x2.splat(6755399441055744));
  const high = f64x2.sub(inRange(x), f64x2.mul(exponent, f64x2.splat(0.6931471803691238)));
  return f64x2.sub(high, f64x2.mul(exponent, f64x2.splat(1.9082149292705877e-10)));
}

/** Its coth from its rest. */
// @ts-ignore: decorator
@inline
export function quotientCoth(rest: v128): v128 {
  const square = f64x2.mul(rest, rest);
  let sum = f64x2.splat(-1.0568380277374986e-9);
  sum = f64x2.add(f64x2.mul(sum, square), f64x2.splat(4.17535139757362e-8));
  sum = f64x2.add(f64x2.mul(sum, square), f64x2.splat(-0.0000016534391534391535));
  sum = f64x2.add(f64x2.mul(sum, square), f64x2.splat(0.00006613756613756614));
  sum = f64x2.add(f64x2.mul(sum, square), f64x2.splat(-0.002777777777777778));
  sum = f64x2.add(f64x2.mul(sum, square), f64x2.splat(0.16666666666666666));
  return f64x2.add(f64x2.mul(sum, square), f64x2.splat(2));
}

/** e^x of one number up to 0. */
export function expOf(x: f64): f64 {
  return f64x2.extract_lane(exp(f64x2.splat(x)), 0);
}

/** ln x. */
export function log(x: f64): f64 {
  if (x < 0 || x != x) return NaN;
  if (x == 0) return -Infinity;
  if (x == Infinity) return Infinity;
  const shift: i32 = x < 2.2250738585072014e-308 ? 54 : 0;
  const bits = reinterpret<u64>(shift == 0 ? x : x * 18014398509481984);
  let n = <i32>(bits >> 52) - 1023 - shift;
  let m = reinterpret<f64>((bits & 0xfffffffffffff) | 0x3ff0000000000000);
  if (m > 1.4142135623730951) {
    m /= 2;
    n += 1;
  }
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum: f64 = 0;
  for (let k: f64 = 23; k >= 3; k -= 2) sum = (sum + 1 / k) * square;
  return <f64>n * 0.6931471803691238 + (<f64>n * 1.9082149292705877e-10 + 2 * (s + s * sum));
}

/** ln(1 + x). */
export function log1p(x: f64): f64 {
  const sum = 1 + x;
  if (sum == 1 || sum == Infinity) return sum == 1 ? x : Infinity;
  return log(sum) * (x / (sum - 1));
}

/** The error function. */
export function erf(x: f64): f64 {
  if (x > 6) return 1;
  if (x < -6) return -1;
  const square = x * x;
  let term = x;
  let sum = x;
  for (let odd: f64 = 3; abs(term) > abs(sum) * 1e-17; odd += 2) {
    term = term * 2 * square / odd;
    sum += term;
  }
  return max<f64>(-1, min<f64>(1, 1.1283791670955126 * expOf(-square) * sum));
}
