import { activationsOf, bitsOf, deltaOf, listOf, RECORD, strideOf, unitsOf, weightsOf } from "./layer";
import { list, nowEnd, nowFrom } from "./list";
import { GRADIENT, HYPER, read, write } from "./update";

/**
 * The gradients of one sample, delta times input times the sample's weight, where the input is not 0; added to those
 * there, or in their place, which must be 0 then.
 */
export function addGradient(table: usize, layers: i32, parity: i32, first: bool): void {
  const last = table + <usize>layers * RECORD;
  for (let layer = table + RECORD; layer <= last; layer += RECORD) {
    list(layer, layer - RECORD, parity, false);
    addListed(layer, parity, nowFrom, nowEnd, first);
  }
}

/** The gradients of one sample and layer in the listed columns. */
function addListed(layer: usize, parity: i32, from: usize, end: usize, first: bool): void {
  const single = unitsOf(layer) == 1, stride = strideOf(layer);
  const a = activationsOf(layer - RECORD, parity) - 4, gradients = weightsOf(layer) + <usize>load<u32>(GRADIENT);
  const weight = v128.load32_splat(HYPER + 36);
  let h: usize = 0;
  if (!first && load<f32>(HYPER + 36) == 1) {
    for (; h + 64 <= stride; h += 64) addSixteen(layer, a, gradients + h, from, end, h);
  }
  for (; h < stride; h += 16) {
    const d = read(deltaOf(layer) + h, single);
    for (let i = from; i < end; i += 4) {
      const k = <usize>load<u32>(i), at = gradients + (k >> 2) * stride + h;
      const g = f32x4.mul(weight, f32x4.mul(d, v128.load32_splat(a + k)));
      write(at, first ? g : f32x4.add(read(at, single), g), single);
    }
  }
}

/** The same of sixteen units from byte `h` on, of a sample of weight 1. */
function addSixteen(layer: usize, a: usize, gradients: usize, from: usize, end: usize, h: usize): void {
  const delta = deltaOf(layer) + h, stride = strideOf(layer);
  const d0 = v128.load(delta), d1 = v128.load(delta, 16), d2 = v128.load(delta, 32), d3 = v128.load(delta, 48);
  for (let i = from; i < end; i += 4) {
    const k = <usize>load<u32>(i), at = gradients + (k >> 2) * stride, x = v128.load32_splat(a + k);
    v128.store(at, f32x4.add(v128.load(at), f32x4.mul(d0, x)));
    v128.store(at, f32x4.add(v128.load(at, 16), f32x4.mul(d1, x)), 16);
    v128.store(at, f32x4.add(v128.load(at, 32), f32x4.mul(d2, x)), 32);
    v128.store(at, f32x4.add(v128.load(at, 48), f32x4.mul(d3, x)), 48);
  }
}

/**
 * The gradients of four samples of weight 1, added in the order of the samples: every gradient is read and written once,
 * unless most inputs are 0.
 */
export function addGradients(table: usize, layers: i32, next: usize): void {
  const last = table + <usize>layers * RECORD;
  for (let layer = table + RECORD; layer <= last; layer += RECORD) {
    if (areMostlyZero(layer - RECORD, next)) {
      for (let own = layer, s = 0; s < 4; s++, own += next) {
        const from = listOf(own), count = load<u64>(bitsOf(own - RECORD, 0));
        if (count == unitsOf(own - RECORD)) list(own, own - RECORD, 0, false); // the forward pass may have listed nothing
        addListed(own, 0, from, from + 4 + (<usize>count << 2), false);
      }
    } else if (strideOf(layer) >= 32) {
      const whole = strideOf(layer) & ~31;
      for (let h: usize = 0; h < whole; h += 32) eight(layer, next, h);
      if (whole != strideOf(layer)) four(layer, next, whole);
    } else four(layer, next, 0);
  }
}

/** Whether most inputs of a layer, which are marked, are 0 in the four samples. */
export function areMostlyZero(before: usize, next: usize): bool {
  let count: u64 = 0;
  for (let s: usize = 0; s < 4; s++) count += load<u64>(bitsOf(before + s * next, 0));
  return count < <u64>unitsOf(before) << 1;
}

/** Four units from byte `h` on, or one. */
function four(layer: usize, next: usize, h: usize): void {
  const before = layer - RECORD, stride = strideOf(layer), single = unitsOf(layer) == 1;
  const a0 = activationsOf(before, 0) - 4, a1 = activationsOf(before + next, 0) - 4;
  const a2 = activationsOf(before + 2 * next, 0) - 4, a3 = activationsOf(before + 3 * next, 0) - 4;
  const d0 = v128.load(deltaOf(layer) + h), d1 = v128.load(deltaOf(layer + next) + h);
  const d2 = v128.load(deltaOf(layer + 2 * next) + h), d3 = v128.load(deltaOf(layer + 3 * next) + h);
  let at = weightsOf(layer) + <usize>load<u32>(GRADIENT) + h;
  for (let x: usize = 0, end = <usize>unitsOf(before) << 2; x <= end; x += 4, at += stride) {
    let g = read(at, single);
    g = f32x4.add(g, f32x4.mul(d0, v128.load32_splat(a0 + x)));
    g = f32x4.add(g, f32x4.mul(d1, v128.load32_splat(a1 + x)));
    g = f32x4.add(g, f32x4.mul(d2, v128.load32_splat(a2 + x)));
    g = f32x4.add(g, f32x4.mul(d3, v128.load32_splat(a3 + x)));
    write(at, g, single);
  }
}

/** Eight units from byte `h` on. */
function eight(layer: usize, next: usize, h: usize): void {
  const before = layer - RECORD, stride = strideOf(layer);
  const a0 = activationsOf(before, 0) - 4, a1 = activationsOf(before + next, 0) - 4;
  const a2 = activationsOf(before + 2 * next, 0) - 4, a3 = activationsOf(before + 3 * next, 0) - 4;
  let at = weightsOf(layer) + <usize>load<u32>(GRADIENT) + h;
  const d0 = v128.load(deltaOf(layer) + h), e0 = v128.load(deltaOf(layer) + h, 16);
  const d1 = v128.load(deltaOf(layer + next) + h), e1 = v128.load(deltaOf(layer + next) + h, 16);
  const d2 = v128.load(deltaOf(layer + 2 * next) + h), e2 = v128.load(deltaOf(layer + 2 * next) + h, 16);
  const d3 = v128.load(deltaOf(layer + 3 * next) + h), e3 = v128.load(deltaOf(layer + 3 * next) + h, 16);
  for (let k: usize = 0, end = <usize>unitsOf(before) << 2; k <= end; k += 4, at += stride) {
    let low = v128.load(at), high = v128.load(at, 16);
    let x = v128.load32_splat(a0 + k);
    low = f32x4.add(low, f32x4.mul(d0, x));
    high = f32x4.add(high, f32x4.mul(e0, x));
    x = v128.load32_splat(a1 + k);
    low = f32x4.add(low, f32x4.mul(d1, x));
    high = f32x4.add(high, f32x4.mul(e1, x));
    x = v128.load32_splat(a2 + k);
    low = f32x4.add(low, f32x4.mul(d2, x));
    high = f32x4.add(high, f32x4.mul(e2, x));
    x = v128.load32_splat(a3 + k);
    low = f32x4.add(low, f32x4.mul(d3, x));
    high = f32x4.add(high, f32x4.mul(e3, x));
    v128.store(at, low);
    v128.store(at, high, 16);
  }
}
