import { SnapshotError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { requireForm } from "../../lib/format/require_form.ts";

const model = { optimizer: [{ step: 0, mean: new Float32Array(1) }], samples: 0, name: "", last: null, on: false };
const place = { path: "state", length: 2 };
const like = { optimizer: [{ step: 9, mean: Float32Array.of(1, NaN) }], samples: 5, name: "n", last: null, on: true };

Deno.test("requireForm() accepts other numbers and texts of the same form", () => {
  requireForm(like, model, place);
  requireForm(Object.fromEntries(Object.entries(like).reverse()), model, place);
});

Deno.test("requireForm() refuses any other form, and says where it differs", () => {
  const [link] = like.optimizer;
  const cases: [unknown, string][] = [
    [{ ...like, samples: -1 }, "state.samples as a whole number from 0 on: current value is -1"],
    [{ ...like, samples: 0.5 }, "state.samples as a whole number from 0 on: current value is 0.5"],
    [{ ...like, samples: Infinity }, "state.samples as a whole number from 0 on: current value is Infinity"],
    [{ ...like, samples: "1" }, "state.samples as a whole number from 0 on: current value is 1"],
    [{ ...like, name: 1 }, "state.name as string: current value is number"],
    [{ ...like, last: {} }, "state.last as null: current value is object"],
    [{ ...like, on: null }, "state.on as boolean: current value is null"],
    [{ ...like, optimizer: [] }, "state.optimizer as a list of 1: current value is a list of 0"],
    [{ ...like, optimizer: { 0: link } }, "state.optimizer as a list of 1: current value is an object with keys 0"],
    [
      { ...like, optimizer: [{ step: 1 }] },
      "state.optimizer.0 as an object with keys mean, step: current value is an object with keys step",
    ],
    [
      { ...like, optimizer: [link.mean] },
      "state.optimizer.0 as an object with keys mean, step: current value is no object",
    ],
    [
      { ...like, optimizer: [{ ...link, mean: new Float32Array(3) }] },
      "state.optimizer.0.mean as 2 numbers of F32: current value is 3 numbers of F32",
    ],
    [
      { ...like, optimizer: [{ ...link, mean: new Float64Array(2) }] },
      "state.optimizer.0.mean as 2 numbers of F32: current value is 2 numbers of F64",
    ],
    [
      { ...like, optimizer: [{ ...link, mean: [0, 0] }] },
      "state.optimizer.0.mean as 2 numbers of F32: current value is no array of numbers",
    ],
    [null, "state as an object with keys last, name, on, optimizer, samples: current value is no object"],
  ];
  for (const [value, text] of cases) {
    const { message } = assertThrows(() => requireForm(value, model, place), SnapshotError);
    assertEquals(message, `Cannot decode snapshot as it must hold ${text}`);
  }
});

Deno.test("requireForm() does not take inherited members for keys", () => {
  assertThrows(() => requireForm(Object.create(like), model, place), SnapshotError);
});
