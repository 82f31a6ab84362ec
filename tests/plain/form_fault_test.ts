import { type Form, formFault } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

const fault = (value: unknown, form: Form) => formFault(value, form, "x");

Deno.test("formFault() knows the simple forms", () => {
  const others = [undefined, null, {}, [], 1n];
  const cases: [form: Form, fits: unknown[], not: unknown[], rule: string][] = [
    ["number", [0, -1.5, NaN, Infinity], ["1", true], "a number"],
    ["count", [0, 7, 2 ** 53 - 1], [-1, 0.5, NaN, Infinity, 2 ** 53, "1"], "a whole number from 0 on"],
    ["text", ["", "a"], [1, true], "a text"],
    ["boolean", [true, false], [0, "true"], "true or false"],
    ["float32", [new Float32Array(0), Float32Array.of(NaN)], [new Float64Array(1)], "an array of float32"],
    ["float64", [new Float64Array(3)], [new Float32Array(1)], "an array of float64"],
    ["int32", [new Int32Array(1)], [new Uint32Array(1)], "an array of int32"],
    ["uint32", [new Uint32Array(1)], [new Int32Array(1)], "an array of uint32"],
    ["uint8", [new Uint8Array(1)], [new Uint8ClampedArray(1), new DataView(new ArrayBuffer(1))], "an array of uint8"],
  ];
  for (const [form, fits, not, rule] of cases) {
    for (const value of fits) assertEquals(fault(value, form), undefined);
    for (const value of [...not, ...others]) {
      const current = typeof value === "object" && value !== null ? Object.prototype.toString.call(value) : `${value}`;
      assertEquals(fault(value, form), `x must be ${rule}: current value is ${current}`);
    }
  }
});

Deno.test("formFault() looks into lists and maps, and takes null where it may be", () => {
  assertEquals([[], [1], [1, NaN]].map((list) => fault(list, ["list", "number"])), [undefined, undefined, undefined]);
  assertEquals(fault([1, "2"], ["list", "number"]), "x[1] must be a number: current value is 2");
  assertEquals(fault([1, , 3], ["list", "number"]), "x[1] must be a number: current value is undefined");
  for (const other of [null, {}, new Float32Array(2), "ab"]) {
    assertEquals(fault(other, ["list", "text"])?.startsWith("x must be a list: current value is"), true);
  }
  assertEquals([{}, { a: 1, "b c": 2 }].map((map) => fault(map, ["map", "count"])), [undefined, undefined]);
  assertEquals(
    fault({ a: 1, "b c": -2 }, ["map", "count"]),
    "x.b c must be a whole number from 0 on: current value is -2",
  );
  assertEquals(fault(JSON.parse('{"__proto__":"a"}'), ["map", "count"])?.startsWith("x.__proto__ must be"), true);
  assertEquals(fault([1], ["map", "count"]), "x must be an object: current value is [object Array]");
  assertEquals([null, 1].map((value) => fault(value, ["maybe", "count"])), [undefined, undefined]);
  assertEquals(fault(undefined, ["maybe", "count"]), "x must be a whole number from 0 on: current value is undefined");
});

Deno.test("formFault() takes either of two forms, and tells what the second one asks for", () => {
  const form: Form = ["either", "float64", { indices: "uint32", values: "float64" }];
  assertEquals(fault(new Float64Array(2), form), undefined);
  assertEquals(fault({ indices: new Uint32Array(1), values: new Float64Array(1) }, form), undefined);
  assertEquals(fault(new Float32Array(2), form), "x must be an object: current value is [object Float32Array]");
  assertEquals(
    fault({ indices: 1 }, form),
    "x must be an object with keys indices, values: current value is keys indices",
  );
});

Deno.test("formFault() asks objects for exactly the keys of the form", () => {
  const form: Form = { a: "number", b: { c: "text" } };
  assertEquals(fault({ b: { c: "" }, a: 1 }, form), undefined);
  assertEquals(fault({ a: 1, b: { c: 1 } }, form), "x.b.c must be a text: current value is 1");
  const keys = "x must be an object with keys a, b: current value is keys";
  assertEquals(fault({ a: 1 }, form), `${keys} a`);
  assertEquals(fault({}, form), `${keys} none`);
  assertEquals(fault({ a: 1, b: { c: "" }, d: 1 }, form), `${keys} a, b, d`);
  assertEquals(fault({ "a, b": 1 }, form), "x.a must be a number: current value is undefined");
  assertEquals(fault(null, form), "x must be an object: current value is null");
  assertEquals(fault({}, {}), undefined);
});

Deno.test("formFault() cuts what is long", () => {
  assertEquals(fault("a".repeat(1000), "number"), `x must be a number: current value is ${"a".repeat(80)}`);
});
