/** The optimizers on four weights at a time (or on one), as lib/optimizer has them. */
export const SGD = 0, MOMENTUM = 1, NESTEROV = 2, ADAGRAD = 3, RMSPROP = 4, ADAM = 5, ADAMW = 6;

/** Numbers that the host writes before a step: float32, at a fixed place. */
export const HYPER: usize = 64;

/** Where it stands how many bytes behind the weights the optimizer's memories lie. */
export const MEMORY: usize = 112;

/** Where it stands how many bytes behind the weights their gradients lie. */
export const GRADIENT: usize = 120;

// @ts-ignore: decorator
@inline
function hyper(i: usize): v128 { return v128.load32_splat(HYPER + (i << 2)); }

// @ts-ignore: decorator
@inline
export function read(at: usize, single: bool): v128 { return single ? v128.load32_zero(at) : v128.load(at); }
// @ts-ignore: decorator
@inline
export function write(at: usize, x: v128, single: bool): void {
  if (single) v128.store32_lane(at, x, 0);
  else v128.store(at, x);
}

/** Whether a weight whose gradient is 0 stays as it is. */
// @ts-ignore: decorator
@inline
export function restsAtZero(optimizer: i32): bool { return optimizer == SGD || optimizer == ADAGRAD; }

/** Numbers below 2^-100 count as 0 in what an optimizer remembers: fading ones would become subnormal, which is slow. */
// @ts-ignore: decorator
@inline
function flushed(x: v128): v128 { return v128.andnot(x, f32x4.lt(f32x4.abs(x), f32x4.splat(7.888609052210118e-31))); }

/** The update of the weights w at an address for gradients g; what the optimizer remembers of them moves on. */
// @ts-ignore: decorator
@inline
export function update(optimizer: i32, g: v128, w: v128, at: usize, single: bool, bias: bool): v128 {
  const rate = hyper(0);
  if (optimizer == SGD) return f32x4.mul(rate, g);
  const m = at + <usize>load<u32>(MEMORY), v = at + <usize>load<u32>(MEMORY, 4);
  const first = read(m, single);
  if (optimizer == MOMENTUM || optimizer == NESTEROV) {
    const velocity = flushed(f32x4.add(f32x4.mul(hyper(1), first), g));
    write(m, velocity, single);
    return f32x4.mul(rate, optimizer == MOMENTUM ? velocity : f32x4.add(g, f32x4.mul(hyper(1), velocity)));
  }
  const square = f32x4.mul(g, g), epsilon = hyper(5);
  if (optimizer == ADAGRAD || optimizer == RMSPROP) {
    const sum = optimizer == ADAGRAD
      ? f32x4.add(first, square)
      : flushed(f32x4.add(f32x4.mul(hyper(1), first), f32x4.mul(hyper(2), square)));
    write(m, sum, single);
    return f32x4.div(f32x4.mul(rate, g), f32x4.add(f32x4.sqrt(sum), epsilon));
  }
  const mean = flushed(f32x4.add(f32x4.mul(hyper(1), first), f32x4.mul(hyper(2), g)));
  const meanSquare = flushed(f32x4.add(f32x4.mul(hyper(3), read(v, single)), f32x4.mul(hyper(4), square)));
  write(m, mean, single);
  write(v, meanSquare, single);
  const divisor = f32x4.add(f32x4.sqrt(f32x4.mul(meanSquare, hyper(7))), epsilon);
  const step = f32x4.div(f32x4.mul(rate, f32x4.mul(mean, hyper(6))), divisor);
  return optimizer == ADAM || bias ? step : f32x4.add(step, f32x4.mul(hyper(8), w));
}

/** In the place of an optimizer: the one that is set here, by code that all optimizers share, as own code would be large. */
export const ANY = 7;
export let any: i32 = SGD;
export function setAny(optimizer: i32): void { any = optimizer; }

/** The update of the optimizer that is set. */
export function updateAny(g: v128, w: v128, at: usize, single: bool, bias: bool): v128 {
  return update(any, g, w, at, single, bias);
}
