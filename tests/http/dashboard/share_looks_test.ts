import { assertEquals, assertRejects } from "@std/assert";
import { shareLooks } from "../../../lib/http/dashboard/share_looks.ts";

Deno.test("shareLooks() makes once what is looked at by several, under each key, and anew when it is old", async () => {
  let [time, made] = [0, 0];
  const share = shareLooks<number>(100, () => time);
  const look = () => Promise.resolve(++made);
  assertEquals(await Promise.all([share("a", look), share("a", look), share("b", look)]), [1, 1, 2]);
  time = 99;
  assertEquals(await share("a", look), 1);
  time = 100;
  assertEquals(await Promise.all([share("a", look), share("b", look)]), [3, 4]);
});

Deno.test("shareLooks() tells all of an error, and tries again", async () => {
  const share = shareLooks<number>(100, () => 0);
  const fail = () => Promise.reject(new Error("down"));
  await Promise.all([1, 2].map(() => assertRejects(() => share("a", fail), Error, "down")));
  assertEquals(await share("a", () => Promise.resolve(7)), 7);
});
