import { predict, SnapshotError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { readBlock, readNetwork } from "../../lib/format/read_network.ts";
import type { Tensor } from "../../lib/format/tensor_types.ts";

const shape = {
  inputs: 2,
  layers: [{ units: 1, activation: "identity" }, { units: 2, activation: "identity" }],
  cost: "quadratic",
} as const;
const tensors: Record<string, Tensor> = {
  "0.weight": Float32Array.of(1, 2),
  "0.bias": Float32Array.of(3),
  "2.weight": Float32Array.of(4, 5),
  "2.bias": Float32Array.of(6, 7),
};
const read = (changedShape: unknown, changed: Record<string, Tensor> = tensors) =>
  readNetwork(changedShape as typeof shape, new Map(Object.entries(changed)));

Deno.test("readNetwork() puts the tensors into one block, layer by layer", () => {
  const network = read(shape);
  assertEquals([...network.parameters], [1, 2, 3, 4, 5, 6, 7]);
  assertEquals([network.inputs, network.cost, network.layers[1].activation], [2, "quadratic", "identity"]);
  assertEquals([...predict(network, [10, 1])], [66, 82]); // 10 + 2 + 3 = 15; 4 * 15 + 6 and 5 * 15 + 7
});

Deno.test("readNetwork() takes NaN and infinities as they are", () => {
  const network = read(shape, { ...tensors, "2.bias": Float32Array.of(NaN, -Infinity) });
  assertEquals([...network.parameters], [1, 2, 3, 4, 5, NaN, -Infinity]);
});

Deno.test("readNetwork() refuses tensors that are missing or do not fit", () => {
  const message = (changed: Record<string, Tensor>) =>
    assertThrows(() => read(shape, { ...tensors, ...changed }), SnapshotError).message;
  const start = "Cannot decode snapshot as it must hold the float32 tensor";
  assertEquals(
    message({ "0.weight": Float32Array.of(1) }),
    `${start} 0.weight of 2 numbers: current value is 1 in a Float32Array`,
  );
  assertEquals(
    message({ "2.bias": Float64Array.of(1, 2) }),
    `${start} 2.bias of 2 numbers: current value is 2 in a Float64Array`,
  );
  const { "0.bias": _, ...without } = tensors;
  const error = assertThrows(() => read(shape, without), SnapshotError);
  assertEquals(error.message, `${start} 0.bias of 1 numbers: current value is missing`);
});

Deno.test("readNetwork() refuses a claimed size before it makes anything of that size", () => {
  for (const inputs of [2 ** 30, 2 ** 60, -2, NaN, "2", null, undefined, [2]]) {
    assertThrows(() => read({ ...shape, inputs }), SnapshotError);
  }
  for (const units of [2 ** 30, 2 ** 60, -1, 0, 1.5, "1", null, undefined]) {
    assertThrows(() => read({ ...shape, layers: [shape.layers[0], { units, activation: "tanh" }] }), SnapshotError);
  }
});

Deno.test("readNetwork() refuses a shape that is none", () => {
  const message = (changed: unknown) => assertThrows(() => read(changed), SnapshotError).message;
  const start = "Cannot decode snapshot as it must";
  assertEquals(
    message({ ...shape, layers: 5 }),
    `${start} hold a list of objects as network.layers: current value is 5`,
  );
  assertEquals(
    message({ ...shape, layers: [null] }),
    `${start} hold a list of objects as network.layers: current value is [null]`,
  );
  assertEquals(
    message({ ...shape, inputs: { valueOf: 1 } }),
    `${start} hold network.inputs as a whole number from 1 on: current value is {"valueOf":1}`,
  );
  assertEquals(
    message({ ...shape, layers: [shape.layers[0], { units: 0.5, activation: "tanh" }] }),
    `${start} hold network.layers[1].units as a whole number from 1 on: current value is 0.5`,
  );
  assertEquals(
    message({ ...shape, layers: [] }),
    `${start} describe a network that can be made: current value is Cannot create network as layers must hold at least 1 layer: current value is []`,
  );
  const unknown = [{ ...shape, cost: "constructor" }, { ...shape, layers: [{ units: 1, activation: "__proto__" }] }];
  for (const changed of unknown) {
    const tensorsOfOne = { "0.weight": Float32Array.of(1, 2), "0.bias": Float32Array.of(3), ...tensors };
    assertThrows(() => read(changed, tensorsOfOne), SnapshotError, "must be one of");
  }
});

Deno.test("readBlock() makes a network of its shape and its one block", () => {
  const network = readBlock(shape, Float32Array.of(1, 2, 3, 4, 5, 6, 7));
  assertEquals(network, read(shape));
  assertEquals([...predict(network, [10, 1])], [66, 82]);
});

Deno.test("readBlock() refuses a block of another length or type before it makes anything of the size of the shape", () => {
  const message = (changed: unknown, parameters: unknown) =>
    assertThrows(() => readBlock(changed, parameters), SnapshotError).message.replace(
      "Cannot decode snapshot as it must ",
      "",
    );
  const rule = "hold 7 parameters of float32 for a network: current value is";
  assertEquals(message(shape, new Float32Array(6)), `${rule} 6 in a Float32Array`);
  assertEquals(message(shape, new Float64Array(7)), `${rule} 7 in a Float64Array`);
  for (const none of [undefined, null, 5, [1, 2, 3, 4, 5, 6, 7]]) assertEquals(message(shape, none), `${rule} none`);
  const large = { ...shape, layers: [{ units: 2 ** 40 }] };
  assertEquals(
    message(large, new Float32Array(7)),
    `hold ${3 * 2 ** 40} parameters of float32 for a network: current value is 7 in a Float32Array`,
  );
  for (const other of [null, 5, undefined]) {
    assertEquals(message(other, new Float32Array(7)), `hold an object as network: current value is ${other}`);
  }
});
