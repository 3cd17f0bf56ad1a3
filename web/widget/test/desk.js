// The chat's contract as a small server in memory, for stories and for work on the panel: `npm run desk -w widget`, then open the
// address that it prints. A second port plays a host's page of another origin.

import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { LANGUAGES, sentences } from "../build/words.js";
import { Chat } from "./chat.js";
import { accept } from "./ws.js";

const web = resolve(import.meta.dirname, "../..");
const POLICY = "default-src 'self'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors *";
const NAMES = { "zh-CN": "简体中文", "zh-TW": "繁體中文", en: "English", ko: "한국어", ja: "日本語" };
const KINDS = { js: "text/javascript", css: "text/css", txt: "text/plain; charset=utf-8" };

export async function startDesk({ port = 0, hostPort = 0 } = {}) {
  const desk = {
    chats: new Map(), sessions: 0, requests: [], incidents: [], categories: [], suggestions: { articles: [], incidents: [] },
    now: () => Date.now(), sockets: true, streams: true, down: false, lines: new Set(), refuse: null, answers: null, slow: 0,
    chat: () => [...desk.chats.values()].at(-1),
    /** Every line breaks. */
    cut: () => [...desk.lines].forEach((line) => line()),
  };
  const server = createServer((request, response) => handle(desk, request, response).catch((error) => {
    console.error(error);
    response.writeHead(500).end();
  }));
  server.on("upgrade", (request, socket) => upgrade(desk, request, socket));
  const host = createServer((request, response) => hostPage(desk, request, response));
  await Promise.all([[server, port], [host, hostPort]].map(([each, at]) => new Promise((go) => each.listen(at, go))));
  desk.origin = `http://localhost:${server.address().port}`;
  // A page of another site, where browsers may refuse the frame all storage; and one of the same site, as an exchange has it.
  desk.host = `http://127.0.0.1:${host.address().port}`;
  desk.kin = `http://localhost:${host.address().port}`;
  desk.stop = () => [server, host].forEach((each) => { each.close(); each.closeAllConnections(); });
  return desk;
}

/** A page of somebody else with the bubble; its policy allows no more than the desk's script and frame. */
function hostPage(desk, request, response) {
  const { searchParams } = new URL(request.url, "http://host");
  const data = [...searchParams].filter(([name]) => name.startsWith("data-")).map(([name, value]) => ` ${name}="${value}"`).join("");
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": `default-src 'self'; script-src ${desk.origin}; frame-src ${desk.origin}` });
  response.end(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width, viewport-fit=cover"><title>Exchange</title>
<main><h1>Exchange</h1><p>A page of somebody else.</p><p><a href="#">A link</a></p></main><script src="${desk.origin}/widget.js"${data} async></script></html>`);
}

function page(desk, language) {
  const start = {
    language, brand: "Dengta", languages: Object.entries(NAMES), texts: sentences(language), form: `/${language}/ask`, official: `/${language}/official`,
    limits: { text: 20_000, files: 10, megabytes: 50, accept: "image/*,video/mp4,application/pdf,.txt,.log,.csv,.json,.har" },
    incidents: desk.incidents, categories: desk.categories,
    guard: existsSync(join(web, "guard/dist/guard.js")) ? "/assets/guard.js?v=1" : null,
  };
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"><title>Dengta</title>
<link rel="stylesheet" href="/assets/theme.css?v=1"><link rel="stylesheet" href="/widget/panel.css?v=1"><script type="module" src="/widget/panel.js?v=1"></script>
<script type="application/json" id="start">${JSON.stringify(start).replaceAll("<", "\\u003c")}</script></head><body></body></html>`;
}

async function handle(desk, request, response) {
  const url = new URL(request.url, desk.origin);
  desk.requests.push(`${request.method} ${url.pathname}`);
  const answer = (status, body, headers = {}) => {
    response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store", ...headers });
    response.end(typeof body === "string" || Buffer.isBuffer(body) ? body : body === undefined ? "" : JSON.stringify(body));
  };
  const file = (path) => answer(200, readFileSync(path), { "content-type": KINDS[path.split(".").pop()] });
  if (url.pathname === "/widget.js") return file(join(web, "widget/dist/loader.js"));
  if (url.pathname.startsWith("/widget/")) return file(join(web, "widget/dist", url.pathname.slice(8).replaceAll("..", "")));
  if (url.pathname === "/assets/theme.css") return answer(200, "", { "content-type": "text/css" });
  if (url.pathname.startsWith("/assets/")) return file(join(web, "guard/dist", url.pathname.slice(8).replaceAll("..", "")));
  const language = LANGUAGES.find((each) => url.pathname === `/${each}/chat`);
  if (language) return answer(200, page(desk, language), { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY });
  if (!url.pathname.startsWith("/api/v1/chat")) return answer(404, {});
  if (desk.down) return request.socket.destroy();
  if (desk.slow) await new Promise((go) => setTimeout(go, desk.slow));
  const bytes = Buffer.concat(await chunks(request));
  if (desk.down) return request.socket.destroy();
  const made = await api(desk, request, url, bytes, response);
  if (made) answer(made.status, made.body, made.headers);
}

async function api(desk, request, url, bytes, response) {
  const path = url.pathname.slice("/api/v1/chat".length);
  const deed = `${request.method} ${path}`;
  const given = () => JSON.parse(bytes.toString() || "{}");
  if (deed === "GET /suggestions") return { status: 200, body: desk.suggestions };
  if (deed === "POST /sessions") {
    const token = randomUUID();
    desk.sessions++;
    const chat = new Chat(desk, given().language, given());
    desk.chats.set(token, chat);
    return { status: 201, body: { token, chat: chat.view() } };
  }
  const chat = desk.chats.get(request.headers.authorization?.slice(7));
  if (!chat) return { status: 401, body: { type: "/problems/session-over", title: "Session over", status: 401 } };
  const view = (change) => { chat.set(change); return { status: 200, body: chat.view() }; };
  const part = /^\/files\/([\w-]+)(\/\w+)?$/.exec(path);
  if (part) return filesApi(desk, chat, request, part[1], part[2], bytes);
  switch (deed) {
    case "GET ": return { status: 200, body: chat.view() };
    case "PATCH ": chat.language = given().language ?? chat.language; return { status: 200, body: chat.view() };
    case "GET /entries": return { status: 200, body: chat.after(Number(url.searchParams.get("after")), Number(url.searchParams.get("limit") ?? 200)) };
    case "POST /messages": {
      const made = chat.message(given());
      // The message came; its answer does not.
      if (desk.loseAnswer) { desk.loseAnswer = false; request.socket.destroy(); return null; }
      return made;
    }
    case "POST /person": chat.person(); return { status: 200, body: chat.view() };
    case "POST /seen": chat.state.read = given().number; return { status: 204 };
    case "POST /typing": return { status: 204 };
    case "POST /contact": chat.customer.contact = "w•••@•••.com"; return view({});
    case "POST /end": return view({ state: "closed", rateable: true, agent: null, queue: null });
    case "POST /rating": return view({ rating: given().score });
    case "POST /files": return chat.announce(given());
    case "GET /transcript": return { status: 200, body: "transcript", headers: { "content-type": "text/plain", "content-disposition": "attachment" } };
    case "POST /transcript": return { status: 202 };
    case "GET /events": return stream(desk, chat, url, response);
    default: return { status: 404, body: {} };
  }
}

function filesApi(desk, chat, request, id, what, bytes) {
  const file = chat.files.get(id);
  if (!file) return { status: 404, body: {} };
  if (what) return { status: 200, body: file.bytes, headers: { "content-type": file.view.type } };
  if (request.method === "PATCH" && desk.breaks > 0) {
    // Half of the part came before the line broke.
    desk.breaks--;
    chat.part(id, Number(request.headers["upload-offset"]), bytes.subarray(0, bytes.length >> 1));
    request.socket.destroy();
    return null;
  }
  if (request.method === "PATCH") return chat.part(id, Number(request.headers["upload-offset"]), bytes);
  if (request.method === "DELETE") { chat.files.delete(id); return { status: 204 }; }
  return { status: 200, body: chat.upload(id) };
}

function hear(desk, chat, url, tell, close) {
  tell({ type: "hello", node: "test" });
  const { results } = chat.after(Number(url.searchParams.get("after") ?? 0));
  if (results.length) tell({ type: "entries", entries: results });
  chat.lines.add(tell);
  desk.lines.add(close);
  return () => { chat.lines.delete(tell); desk.lines.delete(close); };
}

function stream(desk, chat, url, response) {
  if (!desk.streams) return { status: 503, body: {} };
  response.writeHead(200, { "content-type": "text/event-stream" });
  const stop = hear(desk, chat, url, (frame) => response.write(`data: ${JSON.stringify(frame)}\n\n`), () => response.destroy());
  response.on("close", stop);
  return null;
}

function upgrade(desk, request, socket) {
  const url = new URL(request.url, desk.origin);
  const [protocol, bearer] = String(request.headers["sec-websocket-protocol"]).split(/, ?/);
  const chat = desk.chats.get(bearer?.slice("bearer.".length));
  if (desk.down || !desk.sockets) return socket.destroy();
  desk.requests.push(`SOCKET ${url.pathname}${url.search}`);
  const line = accept(request, socket, protocol, (text) => {
    const frame = JSON.parse(text);
    desk.requests.push(`FRAME ${frame.type}`);
    if (frame.type === "ping") line.send(JSON.stringify({ type: "pong" }));
    if (frame.type === "seen") chat.state.read = frame.number;
  });
  if (!chat) return line.close(4401);
  const stop = hear(desk, chat, url, (frame) => line.send(JSON.stringify(frame)), () => line.cut());
  socket.on("close", stop);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const desk = await startDesk({ port: 8090, hostPort: 8091 });
  desk.answers = (chat, text) => setTimeout(() => chat.add({ from: "assistant", html: `<p>${text.length}</p>`, offers: [{ kind: "person", label: "…", value: "", url: null }] }), 800);
  console.log(`${desk.origin}/en/chat, in a page of somebody else: ${desk.host}/`);
}

async function chunks(stream) {
  const all = [];
  for await (const chunk of stream) all.push(chunk);
  return all;
}
