// A socket that comes back: reconnects with growing pauses and jitter, notices silence, and says how it stands.

/** What the socket needs of its surroundings; tests pass their own. */
export interface Surroundings {
  open(): WebSocket;
  random(): number;
  now(): number;
  later(act: () => void, ms: number): unknown;
  forget(timer: unknown): void;
}

export interface Listener {
  frame(frame: { type: string }): void;
  /** True once the server's hello came, false when the connection was lost. */
  live(on: boolean): void;
}

const FIRST_MS = 500;
const LONGEST_MS = 30_000;
const PING_MS = 25_000;
/** Where the server answers pings, silence for longer is a dead line that nobody has told us of. */
const SILENCE_MS = 60_000;
/** A connection that held this long starts the pauses anew. */
const STEADY_MS = 10_000;

/** The session has ended, or what we sent was refused: trying again changes nothing by itself. */
const ENDED = 4401;
const REFUSED = 4400;

/** Half to all of the pause: five hundred agents do not come back at once when a server restarts. */
export function pause(attempt: number, random: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return longest / 2 + (longest / 2) * random;
}

export class Reconnecting {
  #socket: WebSocket | null = null;
  #attempt = 0;
  #timer: unknown;
  #ping: unknown;
  #heard = 0;
  #since = 0;
  #stopped = true;
  /** Whether the server answers pings: only then is silence a fault. */
  #answers = false;
  readonly #around: Surroundings;
  readonly #listener: Listener;

  constructor(around: Surroundings, listener: Listener) {
    this.#around = around;
    this.#listener = listener;
  }

  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    this.#around.forget(this.#timer);
    this.#lose();
  }

  /** The network came back, or the page: no reason to wait longer. */
  hurry(): void {
    if (this.#stopped) return;
    if (this.#socket && this.#around.now() - this.#heard < SILENCE_MS) return;
    this.#lose();
    this.#around.forget(this.#timer);
    this.#connect();
  }

  /** False when there is no line; nothing is queued, for what is said is only true now. */
  send(message: unknown): boolean {
    if (this.#socket?.readyState !== 1) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #connect(): void {
    const socket = this.#around.open();
    this.#socket = socket;
    this.#heard = this.#around.now();
    socket.onmessage = ({ data }) => {
      if (this.#socket !== socket) return;
      this.#heard = this.#around.now();
      const frame = parse(data);
      if (!frame) return;
      if (frame.type === "pong") this.#answers = true;
      if (frame.type === "hello") {
        this.#since = this.#heard;
        this.#listener.live(true);
      }
      this.#listener.frame(frame);
    };
    socket.onclose = ({ code }) => {
      if (this.#socket !== socket) return;
      this.#lose();
      this.#again(code);
    };
    this.#beat();
  }

  #again(code: number): void {
    if (this.#stopped || code === ENDED) return;
    const held = this.#since > 0 && this.#around.now() - this.#since > STEADY_MS;
    // Whoever was refused for what it sent must not hammer the server with it.
    this.#attempt = code === REFUSED ? Math.max(this.#attempt, 5) : held ? 0 : this.#attempt;
    this.#since = 0;
    this.#timer = this.#around.later(() => this.#connect(), pause(this.#attempt, this.#around.random()));
    this.#attempt = Math.min(this.#attempt + 1, 10);
  }

  #beat(): void {
    this.#around.forget(this.#ping);
    this.#ping = this.#around.later(() => {
      if (this.#answers && this.#around.now() - this.#heard > SILENCE_MS) {
        this.#lose();
        this.#again(1006);
      } else {
        this.send({ type: "ping" });
        this.#beat();
      }
    }, PING_MS);
  }

  #lose(): void {
    this.#around.forget(this.#ping);
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onmessage = socket.onclose = null;
    socket.close();
    this.#listener.live(false);
  }
}

function parse(data: unknown): { type: string } | null {
  try {
    const frame = JSON.parse(String(data)) as { type?: unknown } | null;
    return typeof frame?.type === "string" ? (frame as { type: string }) : null;
  } catch {
    return null;
  }
}
