import { activationsOf, deltaOf, RECORD, strideOf, unitsOf, weightsOf } from "./layer";
import { GRADIENT, HYPER, read, write } from "./update";

/**
 * The gradients of one sample, delta times input times the sample's weight, where the input is not 0; added to those
 * there, or in their place, which must be 0 then.
 */
export function addGradient(table: usize, layers: i32, parity: i32, first: bool): void {
  const last = table + <usize>layers * RECORD;
  const weight = v128.load32_splat(HYPER + 36);
  for (let layer = table + RECORD; layer <= last; layer += RECORD) {
    const inputs = <usize>unitsOf(layer - RECORD), stride = strideOf(layer), single = stride == 4;
    const a = activationsOf(layer - RECORD, parity) - 4, delta = deltaOf(layer);
    let gradient = weightsOf(layer) + <usize>load<u32>(GRADIENT);
    for (let k: usize = 0; k <= inputs; k++, gradient += stride) {
      const x = load<f32>(a + (k << 2));
      if (x == 0) continue;
      const input = f32x4.splat(x);
      for (let h: usize = 0; h < stride; h += 16) {
        const g = f32x4.mul(weight, f32x4.mul(read(delta + h, single), input));
        write(gradient + h, first ? g : f32x4.add(read(gradient + h, single), g), single);
      }
    }
  }
}

/** The gradients of four samples of weight 1, added in the order of the samples; every gradient is read and written once. */
export function addGradients(table: usize, layers: i32, next: usize): void {
  const last = table + <usize>layers * RECORD;
  for (let layer = table + RECORD; layer <= last; layer += RECORD) {
    const before = layer - RECORD;
    const inputs = <usize>unitsOf(before), stride = strideOf(layer), single = stride == 4;
    const a0 = activationsOf(before, 0) - 4, a1 = activationsOf(before + next, 0) - 4;
    const a2 = activationsOf(before + 2 * next, 0) - 4, a3 = activationsOf(before + 3 * next, 0) - 4;
    const gradients = weightsOf(layer) + <usize>load<u32>(GRADIENT);
    for (let h: usize = 0; h < stride; h += 16) {
      const d0 = v128.load(deltaOf(layer) + h), d1 = v128.load(deltaOf(layer + next) + h);
      const d2 = v128.load(deltaOf(layer + 2 * next) + h), d3 = v128.load(deltaOf(layer + 3 * next) + h);
      for (let k: usize = 0; k <= inputs; k++) {
        const at = gradients + k * stride + h, x = k << 2;
        let g = read(at, single);
        g = f32x4.add(g, f32x4.mul(d0, v128.load32_splat(a0 + x)));
        g = f32x4.add(g, f32x4.mul(d1, v128.load32_splat(a1 + x)));
        g = f32x4.add(g, f32x4.mul(d2, v128.load32_splat(a2 + x)));
        g = f32x4.add(g, f32x4.mul(d3, v128.load32_splat(a3 + x)));
        write(at, g, single);
      }
    }
  }
}
