import { assertEquals } from "@std/assert";
import { sha256 } from "../../../lib/store/deno_kv/sha256.ts";

Deno.test("sha256() gives the digests of FIPS 180-2, appendix B.1, and of nothing", async () => {
  assertEquals(
    await sha256(new TextEncoder().encode("abc")),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
  assertEquals(
    await sha256(new Uint8Array()),
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
});
