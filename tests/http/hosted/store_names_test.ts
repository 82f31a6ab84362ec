import { assertEquals } from "@std/assert";
import { DIRECTORY, partName } from "../../../lib/http/hosted/store_names.ts";

Deno.test("partName() gives names that no model can have", () => {
  assertEquals(partName("line", "a1", ["version", 12]), ".part/line/a1/version/12");
  assertEquals([DIRECTORY, partName("", "", ["ids", 0])].every((name) => name.startsWith(".")), true);
});
