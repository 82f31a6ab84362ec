import { adagrad, createLearner, decodeLearner, encodeLearner, type Learner, sgd } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { requireSameModel } from "../../lib/http/require_same_model.ts";
import { classLearner, lineLearner } from "./apps.ts";

const stored = (learner: Learner) => decodeLearner(encodeLearner(learner, learner.init()));

Deno.test("requireSameModel() takes what the same kind of learner has saved", () => {
  assertEquals(requireSameModel(lineLearner(), stored(lineLearner())), undefined);
  assertEquals(requireSameModel(classLearner(), stored(classLearner())), undefined);
});

Deno.test("requireSameModel() takes other numbers of the optimizer", () => {
  const slower = lineLearner({ optimizer: sgd({ learningRate: 0.25 }) });
  assertEquals(requireSameModel(lineLearner(), stored(slower)), undefined);
});

Deno.test("requireSameModel() refuses another network, optimizer and other labels", () => {
  assertThrows(
    () => requireSameModel(lineLearner(), stored(classLearner())),
    TypeError,
    'Cannot use stored model as its network must be {"inputs":1,"layers":[{"units":1,"activation":"identity"}],"cost":"quadratic"}',
  );
  assertThrows(
    () => requireSameModel(lineLearner(), stored(lineLearner({ optimizer: adagrad({ learningRate: 0.5 }) }))),
    TypeError,
    'Cannot use stored model as its optimizer must be {"name":"sgd","learningRate":"number"}: current value is {"name":"adagrad"',
  );
  const { network } = classLearner().init();
  const unlabelled = createLearner({ network, optimizer: sgd({ learningRate: 0.1 }) });
  assertThrows(() => requireSameModel(classLearner(), stored(unlabelled)), TypeError, "its labels must be");
});
