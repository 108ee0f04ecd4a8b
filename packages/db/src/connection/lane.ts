import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Options, type Sql } from "postgres";
import { ARRAY_TYPES } from "./array-types.ts";

/** Until a server that does not answer counts as away. */
const CONNECT_TIMEOUT_SECONDS = 5;

/** Between attempts to reach a server that is away: the first request after it is back finds it. */
const BACKOFF_SECONDS = 0.1;

/** The driver reads more than its types tell of: where the connection comes from. */
interface ClientOptions extends Options<typeof ARRAY_TYPES> {
  readonly socket?: (address: Address) => Promise<Socket>;
}

interface Address {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path: string | false | undefined;
}

/**
 * What every client of ours says to the driver.
 * @param longestSilence milliseconds after which a server that says nothing counts as away: one that is frozen takes
 *   what it is sent and never answers
 */
export function openClient(url: string, own: ClientOptions, longestSilence: number | null = null): Sql {
  const options: ClientOptions = {
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    backoff: () => BACKOFF_SECONDS,
    onnotice: () => {},
    fetch_types: false,
    types: ARRAY_TYPES,
    // Not connected yet: of a socket that cannot be made the driver would tell nobody, and lose the place for it.
    ...(longestSilence === null
      ? {}
      : { socket: async (address) => listenFor(longestSilence, openSocket(address), () => true) }),
    ...own,
  };
  const client = postgres(url, options);
  // Sets how values travel, also for queries that the builder does not make.
  drizzle(client);
  return client;
}

/**
 * One connection, of a client of its own, which is never made anew. The driver would send what is left of a
 * transaction whose connection was lost on the next one: outside any transaction, or in the middle of another's.
 */
export interface Lane {
  readonly sql: Sql;
  /** Whether the connection has been lost or ended: it is not used again. */
  isLost(): boolean;
  /** The work's end, or the error at once when the connection is lost: what then waits for an answer gets none. */
  unlessLost<T>(work: Promise<T>): Promise<T>;
  end(): Promise<void>;
}

export function openLane(url: string, { settings, longestSilence }: LaneOptions): Lane {
  let isLost = false;
  let isConnected = false;
  let isWorking = false;
  let giveUp = (_: unknown): void => {};
  const lose = (error: unknown) => {
    if (isLost) return;
    isLost = true;
    giveUp(error);
    void sql.end({ timeout: 0 });
  };
  const sql = openClient(url, {
    max: 1,
    connection: settings,
    // A life that ends by the clock could end in a transaction.
    max_lifetime: null,
    onclose: () => lose(new LostConnection()),
    socket: async (address) => {
      try {
        if (isConnected || isLost) throw new LostConnection();
        isConnected = true;
        return await connectTo(address, longestSilence, () => isWorking);
      } catch (error) {
        lose(error);
        throw error;
      }
    },
  });
  return {
    sql,
    isLost: () => isLost,
    unlessLost: <T>(work: Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        isWorking = true;
        giveUp = reject;
        work.then(resolve, reject);
      }).finally(() => {
        isWorking = false;
      }),
    end: () => {
      isLost = true;
      return sql.end({ timeout: 5 });
    },
  };
}

/** As the driver opens its own; it also sets what the server is named by. */
function openSocket({ host: [host], port: [port], path }: Address): Socket {
  const socket = typeof path === "string" ? connect(path) : connect(port ?? 5432, host);
  return Object.assign(socket, { host, port });
}

async function connectTo(
  address: Address,
  longestSilence: number | null,
  isWaiting: () => boolean,
): Promise<Socket> {
  const socket = openSocket(address);
  try {
    await once(socket, "connect", { signal: AbortSignal.timeout(CONNECT_TIMEOUT_SECONDS * 1000) });
  } catch (error) {
    socket.destroy();
    // A server that does not answer is away, like one that is not there.
    throw error instanceof Error && error.name === "AbortError" ? new LostConnection() : error;
  }
  return longestSilence === null ? socket : listenFor(longestSilence, socket, isWaiting);
}

/** Closes the socket when the server has said nothing for so long while somebody waits. */
function listenFor(longestSilence: number, socket: Socket, isWaiting: () => boolean): Socket {
  // Without an error: after one the driver still sends on this socket, and tells nobody that it is closed.
  return socket.setTimeout(longestSilence, () => {
    if (isWaiting()) socket.destroy();
  });
}

export interface LaneOptions {
  /** Of the server, for these connections alone: `lock_timeout` and the like. */
  readonly settings: Readonly<Record<string, string>>;
  /** Milliseconds without a word from the server while somebody waits for one; null waits for as long as it takes. */
  readonly longestSilence: number | null;
}

/** The server has gone away; whether the last commit arrived is not known. */
class LostConnection extends Error {
  readonly code = "CONNECTION_CLOSED";

  constructor() {
    super("the connection to the database was lost");
    this.name = "LostConnection";
  }
}
