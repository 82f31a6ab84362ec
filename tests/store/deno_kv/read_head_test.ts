import { assertEquals } from "@std/assert";
import { kvKeys } from "../../../lib/store/deno_kv/kv_keys.ts";
import { readHead } from "../../../lib/store/deno_kv/read_head.ts";

const keys = kvKeys(["p"], "a");
const holding = (value: unknown, versionstamp: string | null) => ({
  get: (key: typeof keys.head) => Promise.resolve({ key, value, versionstamp }),
});

Deno.test("readHead() gives what the record says, and when it was written", async () => {
  const content = { base: "", writer: "w", chunks: 1, bytes: 3, sha256: "0" };
  assertEquals(await readHead(holding(content, "01"), keys), { content, versionstamp: "01" });
});

Deno.test("readHead() gives no content where nothing was saved, or it was removed", async () => {
  assertEquals(await readHead(holding(null, null), keys), { content: undefined, versionstamp: null });
  assertEquals(await readHead(holding({ removed: true }, "02"), keys), { content: undefined, versionstamp: "02" });
});
