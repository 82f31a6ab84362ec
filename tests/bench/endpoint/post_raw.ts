/**
 * Posts a body over a connection of its own, as `fetch` takes longer to send than what is measured takes to read.
 *
 * @param url Where to, over HTTP.
 * @param type What kind of body it is.
 * @param body The body.
 * @returns All that was answered, head and body as they came.
 */
export async function postRaw(url: string, type: string, body: Uint8Array): Promise<string> {
  const { hostname, port, pathname, search } = new URL(url);
  const lines = [
    `POST ${pathname}${search} HTTP/1.1`,
    `host: ${hostname}`,
    "connection: close",
    `content-type: ${type}`,
    `content-length: ${body.length}`,
  ];
  using connection = await Deno.connect({ hostname, port: Number(port) });
  await connection.write(new TextEncoder().encode(lines.join("\r\n") + "\r\n\r\n"));
  const answer = new Response(connection.readable).text();
  for (let sent = 0; sent < body.length;) sent += await connection.write(body.subarray(sent, sent + 2 ** 18));
  return await answer;
}
