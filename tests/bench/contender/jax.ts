import type { Contender } from "./contender.ts";
import { repeat } from "./repeat.ts";

// deno-lint-ignore no-explicit-any
type Jax = any;

/** jax-js: one jitted step on its WebAssembly backend. With no shared memory to be had it starts no threads, which would be slower. */
export const jax: Contender = {
  name: "jax-js 0.1.25, 1 thread",
  async open({ sizes: [I, H, O], learningRate, neurons = "sigmoid", inputs, targets }, task) {
    if (neurons !== "sigmoid") return "it is written for sigmoid neurons";
    Reflect.deleteProperty(globalThis, "SharedArrayBuffer");
    const name = "npm:@jax-js/jax@0.1.25";
    const { numpy: np, jit, grad, nn, init, defaultDevice }: Jax = await import(name);
    await init("wasm");
    defaultDevice("wasm");
    const size = task.kind === "batch" ? task.size : 1;
    const start = (rows: number, columns: number) =>
      np.array(Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(i) / Math.sqrt(rows)))
        .reshape([rows, columns]);
    let parameters = [start(I, H), np.zeros([1, H]), start(H, O), np.zeros([1, O])];
    const forward = (p: Jax[], x: Jax) => {
      const hidden = nn.sigmoid(np.matmul(x, p[0]).add(p[1]));
      return nn.sigmoid(np.matmul(hidden, p[2]).add(p[3]));
    };
    const loss = (p: Jax[], x: Jax, y: Jax) => {
      const error = forward(p, x).sub(y);
      return error.ref.mul(error).sum().mul(0.5 / size);
    };
    const learn = jit((p: Jax[], x: Jax, y: Jax) => {
      const gradients = grad(loss)(p.map((a: Jax) => a.ref), x, y);
      return p.map((a: Jax, i: number) => a.sub(gradients[i].mul(learningRate)));
    });
    const predict = jit(forward);
    const rows = (all: readonly Float32Array[], i: number) => {
      const block = new Float32Array(size * all[0].length);
      for (let s = 0; s < size; s++) block.set(all[i + s], s * all[0].length);
      return np.array(block).reshape([size, all[0].length]);
    };
    let i = 0;
    let steps = 0;
    return repeat(size, () => {
      if (task.kind === "predict") predict(parameters.map((a) => a.ref), rows(inputs, i)).dataSync();
      else parameters = learn(parameters, rows(inputs, i), rows(targets, i));
      if (++steps % 50 === 0) parameters[3].ref.dataSync(); // or what is pending piles up
      i = i + 2 * size <= inputs.length ? i + size : 0;
    });
  },
};
