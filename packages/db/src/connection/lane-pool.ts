import { type Lane, type LaneOptions, openLane } from "./lane.ts";

/** All connections were taken for as long as a request may wait. */
class NoConnectionFree extends Error {
  readonly code = "NO_CONNECTION_FREE";

  constructor() {
    super("no connection to the database became free in time");
    this.name = "NoConnectionFree";
  }
}

interface Waiting {
  give(lane: Lane): void;
  refuse(error: Error): void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Connections for transactions, handed out in the order they are asked for. */
export class LanePool {
  readonly #url: string;
  readonly #most: number;
  readonly #longestWait: number;
  readonly #options: LaneOptions;
  readonly #free: Lane[] = [];
  readonly #taken = new Set<Lane>();
  readonly #waiting: Waiting[] = [];
  #isEnded = false;

  /** @param longestWait milliseconds */
  constructor(
    url: string,
    { most, longestWait, ...options }: LaneOptions & { readonly most: number; readonly longestWait: number },
  ) {
    this.#options = options;
    this.#url = url;
    this.#most = most;
    this.#longestWait = longestWait;
  }

  /** @throws NoConnectionFree */
  take(): Promise<Lane> {
    if (this.#isEnded) return Promise.reject(new NoConnectionFree());
    const free = this.#nextFree();
    if (free !== undefined) {
      this.#taken.add(free);
      return Promise.resolve(free);
    }
    return new Promise((give, refuse) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        refuse(new NoConnectionFree());
      }, this.#longestWait);
      const waiting = { give, refuse, timer };
      this.#waiting.push(waiting);
    });
  }

  /** A lane that is lost is not given to anybody again; its place is. */
  giveBack(lane: Lane): void {
    this.#taken.delete(lane);
    if (!lane.isLost() && !this.#isEnded) this.#free.push(lane);
    const [next] = this.#waiting;
    const free = next === undefined || this.#isEnded ? undefined : this.#nextFree();
    if (next === undefined || free === undefined) return;
    this.#waiting.shift();
    clearTimeout(next.timer);
    this.#taken.add(free);
    next.give(free);
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    for (const { refuse, timer } of this.#waiting.splice(0)) {
      clearTimeout(timer);
      refuse(new NoConnectionFree());
    }
    await Promise.all([...this.#free, ...this.#taken].map((lane) => lane.end()));
  }

  #nextFree(): Lane | undefined {
    for (let lane = this.#free.pop(); lane !== undefined; lane = this.#free.pop()) {
      // The server may have been restarted while it stood unused.
      if (!lane.isLost()) return lane;
    }
    return this.#taken.size < this.#most ? openLane(this.#url, this.#options) : undefined;
  }
}
