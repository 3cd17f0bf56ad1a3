// Sending one file in pieces, so that a broken line costs one piece and not the file. Knows no browser: the pieces
// go out by a `Transport`, which the tests cut off at every part.
import type { Problem } from "@dengta/api";

export interface Transport {
  /** Announces the file; how many bytes a piece may have at most. */
  create(file: { name: string; size: number; type: string }): Promise<{ id: string; offset: number; chunk: number }>;
  /** How much of it the server holds. */
  offset(id: string): Promise<{ offset: number; chunk: number }>;
  /** Sends a piece that begins at `offset`; where the next one begins. */
  send(id: string, offset: number, piece: Blob, sent: (bytes: number) => void): Promise<number>;
}

/** An upload that ended without success: `null` when no answer came, so that going on later may help. */
export class Refused extends Error {
  readonly problem: Problem | null;
  constructor(problem: Problem | null) {
    super(problem?.title ?? "no answer");
    this.problem = problem;
  }
}

export interface Course {
  signal: AbortSignal;
  /** An upload that was begun before. */
  id: string | null;
  begun(id: string): void;
  /** Bytes that the server holds or is being sent. */
  progress(bytes: number): void;
  /** Between two tries; ends early when the line comes back. */
  pause(ms: number): Promise<void>;
}

/** Tries without a byte of progress before it is left to the agent to go on. */
const TRIES = 8;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** The id of the file once the server has all of it. */
export async function upload(file: File, transport: Transport, course: Course): Promise<string> {
  let { id } = course;
  let place: { offset: number; chunk: number } | null = null;
  let tries = 0;
  for (;;) {
    course.signal.throwIfAborted();
    try {
      if (!id) {
        const made = await transport.create({ name: file.name, size: file.size, type: file.type });
        place = made;
        id = made.id;
        course.begun(id);
      }
      place ??= await transport.offset(id);
      while (place.offset < file.size) {
        course.signal.throwIfAborted();
        const { offset, chunk }: { offset: number; chunk: number } = place;
        course.progress(offset);
        const piece = file.slice(offset, offset + chunk);
        const next: number = await transport.send(id, offset, piece, (bytes) => course.progress(offset + bytes));
        if (next > offset) tries = 0;
        place = { offset: next, chunk };
      }
      course.progress(file.size);
      return id;
    } catch (error) {
      course.signal.throwIfAborted();
      if (!(error instanceof Refused)) throw error;
      const again = error.problem === null || error.problem.status >= 500 || error.problem.status === 429;
      // The server holds more or less of it than was thought: it is asked where to go on.
      const elsewhere = error.problem?.status === 409;
      // It was begun long ago, and the server has cleared it away.
      if (error.problem?.status === 404 && id && id === course.id && tries < TRIES) {
        id = null;
        place = null;
        tries += 1;
        continue;
      }
      tries += 1;
      if (!(again || elsewhere) || tries >= TRIES) throw error;
      place = null;
      const wait = Math.max((error.problem?.retryAfter ?? 0) * 1000, FIRST_PAUSE_MS * 2 ** (tries - 1));
      if (again) await course.pause(Math.min(wait, LONGEST_PAUSE_MS));
    }
  }
}
