// The three ways to hear from the desk, as core/line.js takes them: a socket, a stream, asking again.

import { sseReader } from "../core/sse.js";

const [PING, DEAD, SILENT, POLL] = [25_000, 10_000, 60_000, 5000];
/** After so many questions the better ways are tried again. */
const POLLS = 60;

const parsed = (text, heard) => {
  let frame;
  try { frame = JSON.parse(text); } catch { return; }
  if (typeof frame?.type === "string") heard(frame);
};

export const socketWay = ({ api, after }) => (hears) => {
  let ping, dead;
  let closed = false;
  const socket = new WebSocket(api.socket(`/live?after=${after()}`), ["dengta-chat", `bearer.${api.token()}`]);
  const end = (code) => {
    if (closed) return;
    closed = true;
    clearInterval(ping);
    clearTimeout(dead);
    hears.close(code);
  };
  const send = (frame) => {
    if (socket.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(frame));
    return true;
  };
  function check() {
    if (!send({ type: "ping" })) return;
    clearTimeout(dead);
    dead = setTimeout(() => { socket.close(); end(0); }, DEAD);
  }
  // A socket that neither opens nor fails is none.
  dead = setTimeout(() => { socket.close(); end(0); }, DEAD);
  socket.onopen = () => {
    clearTimeout(dead);
    ping = setInterval(check, PING);
    hears.open();
  };
  socket.onmessage = ({ data }) => {
    clearTimeout(dead);
    parsed(data, hears.frame);
  };
  socket.onclose = ({ code }) => end(code);
  return { send, check, close: () => { closed = true; clearInterval(ping); clearTimeout(dead); socket.close(); } };
};

export const streamWay = ({ api, after }) => (hears) => {
  const stop = new AbortController();
  let silence;
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(() => stop.abort(), SILENT);
  };
  (async () => {
    let code = 0;
    try {
      listen();
      const answer = await api.ask("GET", `/events?after=${after()}`, { signal: stop.signal, accept: "text/event-stream" });
      hears.open();
      const read = sseReader((data) => parsed(data, (frame) => {
        if (frame.type === "ended") code = 4401;
        hears.frame(frame);
      }));
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let piece; !(piece = await reader.read()).done;) {
        listen();
        read(piece.value);
      }
    } catch (problem) {
      if (problem.status === 401) code = 4401;
    }
    clearTimeout(silence);
    hears.close(code);
  })();
  return { close: () => { clearTimeout(silence); stop.abort(); } };
};

export const pollWay = ({ refresh, catchUp }) => (hears) => {
  let timer;
  let left = POLLS;
  let opened = false;
  async function ask() {
    try {
      await refresh();
      await catchUp();
      if (!opened) hears.open();
      opened = true;
    } catch (problem) {
      return hears.close(problem.status === 401 ? 4401 : 0);
    }
    if (--left) timer = setTimeout(ask, POLL);
    else hears.close(1001);
  }
  ask();
  return { check: () => { clearTimeout(timer); ask(); }, close: () => clearTimeout(timer) };
};
