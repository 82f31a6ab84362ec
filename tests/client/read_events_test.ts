import { assertEquals } from "@std/assert";
import { readEvents } from "../../lib/client/read_events.ts";
import { bodyOf } from "./fake_endpoint.ts";

const read = (...pieces: string[]) => Array.fromAsync(readEvents(bodyOf(...pieces)));

Deno.test("readEvents() reads data, the last id and the time to wait", async () => {
  assertEquals(await read("retry: 2000\nid: 7\nevent: state\ndata: {}\n\n", "data: a\nda", "ta: b\n\nid\ndata:c\n\n"), [
    { data: "{}", lastId: "7", retry: 2000 },
    { data: "a\nb", lastId: "7", retry: 2000 },
    { data: "c", lastId: "", retry: 2000 },
  ]);
});

Deno.test("readEvents() leaves out comments, unknown fields, events without data, and one that is cut short", async () => {
  const text = ": here\n\nevent: x\n\nretry: soon\nid: a\0b\nother: 1\ndata:  two spaces: one left\n\ndata: cut";
  assertEquals(await read(text), [{ data: " two spaces: one left", lastId: "", retry: undefined }]);
});

Deno.test("readEvents() takes an empty line of data for an empty line", async () => {
  assertEquals((await read("data\ndata:\n\n")).map(({ data }) => data), ["\n"]);
});
