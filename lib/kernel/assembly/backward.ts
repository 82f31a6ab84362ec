import { pullBack } from "./activation";
import { deltaOf, strideOf, unitsOf, weightsOf } from "./layer";

/** BP2: the transposed weights of the next layer times its delta, four partial sums a neuron, times sigma'(z). */
export function hiddenDelta(layer: usize, next: usize): void {
  const out = deltaOf(layer), delta = deltaOf(next), stride = strideOf(next), units = <usize>unitsOf(layer);
  const weights = weightsOf(next) + stride, whole = <usize>(unitsOf(next) & ~3) << 2;
  // The last lanes of four are no weights, and need not be finite once the network is not.
  const rest = i32x4.gt_s(i32x4.splat(unitsOf(next) & 3), i32x4(0, 1, 2, 3));
  if (unitsOf(next) == 1) {
    const d = v128.load32_splat(delta), zero = f32x4.splat(0);
    for (let k: usize = 0; k < units; k += 4) {
      v128.store(out + (k << 2), f32x4.add(zero, f32x4.mul(v128.load(weights + (k << 2)), d)));
    }
  } else {
    for (let k: usize = 0; k < units; k += 4) {
      const w0 = weights + k * stride, w1 = w0 + stride, w2 = w1 + stride, w3 = w2 + stride;
      let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
      for (let j: usize = 0; j < whole; j += 16) {
        const d = v128.load(delta + j);
        s0 = f32x4.add(s0, f32x4.mul(v128.load(w0 + j), d));
        s1 = f32x4.add(s1, f32x4.mul(v128.load(w1 + j), d));
        s2 = f32x4.add(s2, f32x4.mul(v128.load(w2 + j), d));
        s3 = f32x4.add(s3, f32x4.mul(v128.load(w3 + j), d));
      }
      if (whole != stride) {
        const d = v128.load(delta + whole);
        s0 = f32x4.add(s0, f32x4.mul(v128.and(v128.load(w0 + whole), rest), d));
        s1 = f32x4.add(s1, f32x4.mul(v128.and(v128.load(w1 + whole), rest), d));
        s2 = f32x4.add(s2, f32x4.mul(v128.and(v128.load(w2 + whole), rest), d));
        s3 = f32x4.add(s3, f32x4.mul(v128.and(v128.load(w3 + whole), rest), d));
      }
      const a = v128.shuffle<f32>(s0, s1, 0, 4, 1, 5), b = v128.shuffle<f32>(s2, s3, 0, 4, 1, 5);
      const c = v128.shuffle<f32>(s0, s1, 2, 6, 3, 7), e = v128.shuffle<f32>(s2, s3, 2, 6, 3, 7);
      const p0 = v128.shuffle<f32>(a, b, 0, 1, 4, 5), p1 = v128.shuffle<f32>(a, b, 2, 3, 6, 7);
      const p2 = v128.shuffle<f32>(c, e, 0, 1, 4, 5), p3 = v128.shuffle<f32>(c, e, 2, 3, 6, 7);
      v128.store(out + (k << 2), f32x4.add(f32x4.add(p0, p1), f32x4.add(p2, p3)));
    }
  }
  for (let k = units; k & 3; k++) store<f32>(out + (k << 2), 0);
  pullBack(layer, out);
  for (let k = units; k & 3; k++) store<f32>(out + (k << 2), 0);
}
