import { createLearner, type Learner, type LearnerState, momentum } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { stateFault } from "../../lib/learner/state_fault.ts";

const learner = createLearner({
  network: { inputs: 1, layers: [{ units: 1, activation: "tanh" }] },
  optimizer: momentum({ learningRate: 0.1 }),
});

Deno.test("stateFault() compares with the state before the first sample", () => {
  const { state } = learner.learnOne(learner.init(), { features: [1], target: 1 });
  assertEquals(stateFault(learner, state), undefined);
  const { network } = state;
  const start = "state.samples must be a whole number from 0 on: current value is";
  assertEquals(stateFault(learner, { ...state, samples: -1 }), `${start} -1`);
  assertEquals(
    stateFault(learner, { network } as LearnerState),
    "state must have the keys network, optimizer, samples",
  );
  const layers = network.layers.map((layer) => ({ ...layer, activation: "relu" as const }));
  const other = { ...state, network: { ...network, layers } };
  assertEquals(stateFault(learner, other), 'state.network.layers.0.activation must be "tanh"');
});

Deno.test("stateFault() asks a learner that knows itself what its states look like", () => {
  const own: Learner = { ...learner, fault: ({ samples }) => samples > 5 ? "it has learned too much" : undefined };
  assertEquals(stateFault(own, { samples: 6 } as LearnerState), "it has learned too much");
  assertEquals(stateFault(own, { samples: 5 } as LearnerState), undefined);
});

Deno.test("stateFault() refuses what is no object before a learner is asked", () => {
  for (const other of [null, undefined, 5, "state"]) {
    assertEquals(stateFault(learner, other as never), "it must be an object");
  }
});
