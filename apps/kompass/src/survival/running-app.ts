import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { Deed, Note, NotedDeed, Order, Writer } from "./deed.ts";

const PROGRAM = path.join(import.meta.dirname, "app-process.ts");

/** The app's process, and what its writers have been told so far: kept here, where no kill reaches it. */
export class RunningApp {
  readonly #child: ChildProcess;
  readonly #ready: Promise<void>;
  #deeds = new Map<string, { deed: Deed; isAcknowledged: boolean }>();
  #writing = new Set<number>();
  #reasons = new Map<string, number>();
  #onNote = (_: Note): void => {};

  constructor(databaseUrl: string) {
    this.#child = fork(PROGRAM, {
      env: { ...process.env, KOMPASSEN_DATABASE_URL: databaseUrl },
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#ready = promise;
    this.#child.once("error", reject);
    this.#child.once("exit", (code) => reject(new Error(`the app ended by itself: ${code}`)));
    this.#child.on("message", (note: Note) => {
      if (note.kind === "ready") resolve();
      else this.#take(note);
      this.#onNote(note);
    });
    promise.catch(() => {});
  }

  /** @returns when every writer has been told of something: then all are at it */
  async startWriting(writers: readonly Writer[]): Promise<void> {
    await this.#ready;
    this.#deeds = new Map();
    this.#writing = new Set(writers.map(({ number }) => number));
    this.#send({ kind: "write", writers });
    await this.#untilAllWrite();
  }

  async #untilAllWrite(): Promise<void> {
    const told = new Set<number>();
    await new Promise<void>((resolve) => {
      this.#onNote = (note) => {
        if (note.kind === "acknowledged" && told.add(note.writer).size >= this.#writing.size) resolve();
      };
    });
  }

  /** Resolves when every writer has stopped: each was once left without an answer. */
  async untilAllStopped(): Promise<void> {
    if (this.#writing.size === 0) return;
    await new Promise<void>((resolve) => {
      this.#onNote = () => {
        if (this.#writing.size === 0) resolve();
      };
    });
  }

  /** @returns why the repeat was refused; null when it was done, or had been */
  async repeat(writer: Writer, deed: Deed): Promise<string | null> {
    await this.#ready;
    return new Promise((resolve) => {
      this.#onNote = (note) => {
        if (note.kind === "repeated" && note.writer === writer.number) resolve(note.refused);
      };
      this.#send({ kind: "repeat", writer, deed });
    });
  }

  /** Ends it as a power cut would. What it said before is still read to the end. */
  kill(): Promise<void> {
    return new Promise((resolve) => {
      this.#child.removeAllListeners("exit");
      this.#child.once("close", () => resolve());
      this.#child.kill("SIGKILL");
    });
  }

  deeds(): NotedDeed[] {
    return [...this.#deeds.values()].map(({ deed, isAcknowledged }) => ({ ...deed, isAcknowledged }));
  }

  /** Why writers were left without an answer, and how often. */
  reasons(): ReadonlyMap<string, number> {
    return this.#reasons;
  }

  #take(note: Note): void {
    if (note.kind === "begun") {
      this.#deeds.set(keyOf(note.deed), { deed: note.deed, isAcknowledged: false });
    } else if (note.kind === "acknowledged") {
      const found = this.#deeds.get(keyOf(note));
      if (found !== undefined) found.isAcknowledged = true;
    } else if (note.kind === "unanswered") {
      this.#reasons.set(note.reason, 1 + (this.#reasons.get(note.reason) ?? 0));
      this.#writing.delete(note.writer);
    }
  }

  #send(order: Order): void {
    this.#child.send(order);
  }
}

const keyOf = ({ writer, number }: { readonly writer: number; readonly number: number }) =>
  `${writer} ${number}`;
