/** What all mixers have in common. */
import { formFault } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { classMixer } from "../../lib/learner/class_mixer.ts";
import { labelMixer } from "../../lib/learner/label_mixer.ts";
import { type Mixer, mixForm, type MixState } from "../../lib/learner/mixer.ts";
import { numberMixer } from "../../lib/learner/number_mixer.ts";

const mixers: Record<string, (committees: number) => Mixer> = { classMixer, labelMixer, numberMixer };
const targets = [[1, 0], [0, 1], [0, 1], [1, 0, 0], [0, 0, 1], [0, 1, 0]];
const answers = [[[0.9, 0.1], [0.5, 0.5]], [[0.2, 0.8], [0.6, 0.4]], [[0.3, 0.3, 0.4], [0.1, 0.2, 0.7]]];

/** The states and outputs of a mixer of two committees, over targets that become longer where they are no numbers. */
function run(mixer: Mixer, name: string): { states: MixState[]; outputs: number[][] } {
  const used = name === "numberMixer" ? targets.slice(0, 3) : targets;
  const states = [mixer.init()];
  const outputs: number[][] = [];
  let last: Float32Array | undefined;
  for (const [i, y] of used.entries()) {
    const width = i < 4 ? 2 : 3; // the answer before the third class does not know it
    const given = answers.filter((pair) => pair[0].length === width);
    const question = { answers: given[i % given.length].map((a) => Float32Array.from(a)), last };
    const mixed = mixer.mix(states[i], question);
    const target = Float32Array.from(y);
    states.push(mixer.update(states[i], mixed, target));
    outputs.push([...mixed.output]);
    last = target;
  }
  return { states, outputs };
}

for (const [name, make] of Object.entries(mixers)) {
  const mixer = make(2);
  Deno.test(`${name}() has states of its form, all of finite numbers`, () => {
    assertEquals(mixer.form, mixForm);
    for (const state of run(mixer, name).states) {
      assertEquals(formFault(state, mixer.form, "state"), undefined);
      for (const numbers of Object.values(state)) assertEquals(numbers.every(Number.isFinite), true);
    }
  });

  Deno.test(`${name}() changes nothing that it is given, and gives the same each time`, () => {
    const first = run(mixer, name);
    const copy = structuredClone(first);
    assertEquals(run(mixer, name), copy);
    mixer.forget(first.states[3]);
    assertEquals(first, copy);
  });

  Deno.test(`${name}() forgets who was better, and nothing else`, () => {
    const { states } = run(mixer, name);
    const before = states[3];
    const { gains, ...rest } = mixer.forget(before);
    assertEquals([...gains], Array(before.gains.length).fill(0));
    assertEquals(rest, { pool: before.pool, squares: before.squares, sums: before.sums, counts: before.counts });
  });

  Deno.test(`${name}() follows the committee that is right`, () => {
    const right = (target: number[]) => [target, target.map((y) => 1 - y)].map((a) => Float32Array.from(a));
    let state = mixer.init();
    let output: ArrayLike<number> = [];
    for (let i = 0; i < 300; i++) {
      const y = i * 7 % 3 === 0 ? [1, 0] : [0, 1];
      const mixed = mixer.mix(state, { answers: right(y), last: Float32Array.of(0.5, 0.5) });
      state = mixer.update(state, mixed, Float32Array.from(y));
      output = [Math.abs(mixed.output[0] - y[0])];
    }
    assertEquals(output[0] < 0.05, true);
  });
}
