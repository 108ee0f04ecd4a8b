/** One answer of the running product. */
export interface Seen {
  readonly address: string;
  readonly method: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Asks as one session and keeps everything that was answered. */
export interface Browser {
  readonly seen: readonly Seen[];
  get(address: string): Promise<Seen>;
  /** A form of a page; text fields and files. */
  post(address: string, fields: Readonly<Record<string, string | File>>): Promise<Seen>;
  /** A call of the api, over HTTP. @returns the answer's data, or null when it was refused */
  call(verb: string, input: unknown): Promise<unknown>;
}

export function openBrowser(origin: string, session: string): Browser {
  const seen: Seen[] = [];
  const send = async (address: string, init: RequestInit): Promise<Seen> => {
    const response = await fetch(`${origin}${address}`, {
      ...init,
      redirect: "manual",
      headers: { cookie: `kompassen=${session}; sprak=sv`, origin, ...init.headers },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const method = init.method ?? "GET";
    const answer = {
      address,
      method,
      status: response.status,
      headers: response.headers,
      body: bytes.toString("utf8"),
    };
    seen.push(answer);
    return answer;
  };
  return {
    seen,
    get: (address) => send(address, {}),
    post: (address, fields) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return send(address, { method: "POST", body });
    },
    call: async (verb, input) => {
      const body = JSON.stringify(input);
      const headers = { "content-type": "application/json" };
      const answer = await send(`/trpc/${verb}`, { method: "POST", body, headers });
      if (answer.status !== 200) return null;
      const { result } = JSON.parse(answer.body);
      return result?.data ?? null;
    },
  };
}
