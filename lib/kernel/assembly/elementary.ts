/** exp, log and their kin in float64, operation by operation as lib/kernel has them, so that the bytes agree. */

/** e^x in two lanes. */
export function exp(x: v128): v128 {
  const n = f64x2.floor(f64x2.add(f64x2.mul(x, f64x2.splat(1.4426950408889634)), f64x2.splat(0.5)));
  const high = f64x2.sub(x, f64x2.mul(n, f64x2.splat(0.6931471803691238)));
  const r = f64x2.sub(high, f64x2.mul(n, f64x2.splat(1.9082149292705877e-10)));
  let sum = f64x2.splat(1.6059043836821616e-10);
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(2.08767569878681e-9));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(2.505210838544172e-8));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(2.7557319223985894e-7));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(0.0000027557319223985893));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(0.0000248015873015873));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(0.0001984126984126984));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(0.001388888888888889));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(0.008333333333333333));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(0.041666666666666664));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(0.16666666666666666));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(0.5));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1));
  const power = v128.extend_low<i32>(v128.trunc_sat_zero<i32>(n));
  const half = i64x2.shr_s(power, 1);
  const y = f64x2.mul(f64x2.mul(sum, powerOfTwo(half)), powerOfTwo(i64x2.sub(power, half)));
  const finite = v128.bitselect(f64x2.splat(Infinity), y, f64x2.gt(x, f64x2.splat(709.782712893384)));
  return v128.andnot(finite, f64x2.lt(x, f64x2.splat(-745.1332191019412)));
}

// @ts-ignore: decorator
@inline
function powerOfTwo(n: v128): v128 {
  return i64x2.shl(i64x2.add(n, i64x2.splat(1023)), 52);
}

/** e^x of one number. */
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

/** e^x - 1 near 0, from -1/2 to 1/2. */
export function expm1Near0(x: v128): v128 {
  let sum = f64x2.splat(7.647163731819817e-13);
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(1.1470745597729726e-11));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(1.6059043836821616e-10));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(2.08767569878681e-09));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(2.505210838544172e-08));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(2.7557319223985894e-07));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(2.7557319223985893e-06));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(2.48015873015873e-05));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(0.0001984126984126984));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(0.001388888888888889));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(0.008333333333333333));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(0.041666666666666664));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(0.16666666666666666));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(0.5));
  sum = f64x2.add(f64x2.mul(sum, x), f64x2.splat(1.0));
  return f64x2.mul(x, sum);
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
