import { assertEquals } from "@std/assert";
import { RequestError } from "../../lib/http/request_error.ts";

Deno.test("RequestError says what its problem says", () => {
  const error = new RequestError({ status: 400, title: "Bad Request", detail: "No." }, { allow: "GET" });
  assertEquals([error.name, error.message, error.headers], ["RequestError", "No.", { allow: "GET" }]);
  assertEquals(new RequestError({ status: 400, title: "Bad Request" }).message, "Bad Request");
});
