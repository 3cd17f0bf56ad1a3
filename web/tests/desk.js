// A desk of its own, with the sample data or an empty one, on a free port and in a folder that goes with it.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { program } from "./places.js";

const READY_WITHIN_MS = 60_000;
// The desk reads its settings from DENGTA_…: neither ours nor the developer's are meant for this one.
const ENVIRONMENT = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("DENGTA_")));
const ROLES = ["agent", "lead", "editor", "auditor", "admin"];

/** `sample`: whether with the sample data; there are no links to sign in without. */
export async function startDesk({ sample = true } = {}) {
  const data = await mkdtemp(join(tmpdir(), "dengta-browser-"));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const environment = { ...ENVIRONMENT, DENGTA_PUBLIC_URL: origin };
  const serve = () => spawn(program, ["serve", ...(sample ? ["--demo"] : []), "--data", data, "--listen", `127.0.0.1:${port}`], { env: environment });
  let server = serve();
  let said = collect(server);
  const desk = {
    origin,

    /** The single-use link that the demo printed for a role. */
    signInLink: (role) => signInLink(said.text, role),

    /** Runs the program beside the server, on the same store; what it printed. Fails when it does. */
    run: async (...command) => (await promisify(execFile)(program, [...command, "--data", data], { env: environment })).stdout,

    /** Fails when a chain does not hold. */
    verify: () => desk.run("verify"),

    /** Kills it in the middle of whatever it does. */
    async kill() {
      server.kill("SIGKILL");
      await once(server, "exit");
    },

    /** Starts it again on the same store and port. */
    async again() {
      server = serve();
      said = collect(server);
      await ready(origin, server, said, []);
    },

    async stop() {
      if (server.exitCode === null) {
        server.kill("SIGTERM");
        await once(server, "exit");
      }
      await rm(data, { recursive: true, force: true });
    },
  };
  await ready(origin, server, said, sample ? ROLES : []);
  return desk;
}

async function freePort() {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address();
  listener.close();
  await once(listener, "close");
  return port;
}

function collect(server) {
  const said = { text: "" };
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (bytes) => (said.text += bytes));
  return said;
}

async function ready(origin, server, said, roles) {
  const deadline = Date.now() + READY_WITHIN_MS;
  // The links come last: with them everything is there.
  while (Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok && roles.every((role) => signInLink(said.text, role))) return;
    await pause(50);
  }
  server.kill("SIGKILL");
  throw new Error(`The desk did not get ready. It said:\n${said.text}`);
}

function signInLink(text, role) {
  const line = text.split("\n").find((each) => each.includes("/desk/") && new RegExp(`\\b${role}\\b`, "i").test(each));
  return line?.match(/https?:\/\/\S+/)?.[0];
}
