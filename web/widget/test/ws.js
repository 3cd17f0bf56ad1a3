// As much of WebSocket as the fake desk needs: text frames, ping, close.

import { createHash } from "node:crypto";

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** Takes an upgrade; `heard` gets each text. */
export function accept(request, socket, protocol, heard) {
  const key = createHash("sha1").update(request.headers["sec-websocket-key"] + GUID).digest("base64");
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\nSec-WebSocket-Protocol: ${protocol}\r\n\r\n`);
  let rest = Buffer.alloc(0);
  socket.on("data", (data) => {
    rest = Buffer.concat([rest, data]);
    for (let frame; (frame = read(rest)); rest = rest.subarray(frame.size)) {
      if (frame.code === 8) socket.end(pack(8, frame.body));
      else if (frame.code === 1) heard(frame.body.toString());
    }
  });
  socket.on("error", () => {});
  return {
    send: (text) => socket.writable && socket.write(pack(1, Buffer.from(text))),
    close(code) {
      const body = Buffer.alloc(2);
      body.writeUInt16BE(code);
      socket.end(pack(8, body));
    },
    cut: () => socket.destroy(),
  };
}

function pack(code, body) {
  const size = body.length;
  const head = size < 126 ? Buffer.from([128 | code, size]) : size < 65_536 ? Buffer.from([128 | code, 126, size >> 8, size & 255]) : null;
  return Buffer.concat([head, body]);
}

function read(data) {
  if (data.length < 6) return null;
  let size = data[1] & 127;
  let at = 2;
  if (size === 126) [size, at] = [data.readUInt16BE(2), 4];
  if (data.length < at + 4 + size) return null;
  const mask = data.subarray(at, at + 4);
  const body = Buffer.from(data.subarray(at + 4, at + 4 + size)).map((byte, place) => byte ^ mask[place % 4]);
  return { code: data[0] & 15, body, size: at + 4 + size };
}
