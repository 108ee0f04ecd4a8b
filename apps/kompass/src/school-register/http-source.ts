import {
  ExpiredPageToken,
  type RegisterSource,
  RegisterUnavailable,
  type SentPage,
} from "@kompassen/api/school-register";
import { z } from "zod";
import { bearerTokens, type ClientCredentials } from "./bearer-tokens.ts";
import { type Fetching, fetchPatiently } from "./fetch-patiently.ts";

export interface HttpSourceSettings {
  /** Base address of the SS12000 service, `https://…/v2`. */
  readonly url: string;
  /** Absent for a service that needs no login, such as one behind a gateway. */
  readonly credentials: ClientCredentials | null;
  readonly pageSize: number;
  readonly fetching: Fetching;
}

const pageSchema = z.object({
  data: z.array(z.unknown()),
  pageToken: z.string().min(1).max(4000).nullish(),
});
const deletedSchema = z.object({ data: z.unknown(), pageToken: z.string().min(1).max(4000).nullish() });
const lookedUpSchema = z.union([z.array(z.unknown()), pageSchema.transform(({ data }) => data)]);

/** SS12000:2020 by address: pages, changes since an instant, deletions, and persons by their ids. */
export function httpSource({ url, credentials, pageSize, fetching }: HttpSourceSettings): RegisterSource {
  const base = url.replace(/\/+$/, "");
  const tokens = credentials === null ? null : bearerTokens(credentials, fetching);

  async function ask(
    path: string,
    query: Readonly<Record<string, string | null>>,
    body?: unknown,
  ): Promise<unknown> {
    const address = new URL(`${base}${path}`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== null) address.searchParams.set(name, value);
    }
    const send = async (isRetry: boolean) => {
      const token = (await tokens?.get(isRetry)) ?? null;
      const headers = {
        accept: "application/json",
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      };
      const request =
        body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) };
      return fetchPatiently(address, request, fetching);
    };
    let answer = await send(false);
    // A token may have been withdrawn before its time: one new one is asked for.
    if (answer.status === 401 && tokens !== null) answer = await send(true);
    if (answer.status === 200) return answer.body;
    if ((answer.status === 400 || answer.status === 404 || answer.status === 410) && query.pageToken) {
      throw new ExpiredPageToken();
    }
    throw new RegisterUnavailable(`${path} ${answer.status}`);
  }

  function read<Schema extends z.ZodType>(schema: Schema, path: string, answer: unknown): z.infer<Schema> {
    const read = schema.safeParse(answer);
    if (!read.success) throw new RegisterUnavailable(`${path} unreadable`);
    return read.data;
  }

  return {
    label: base,
    tellsChanges: true,
    readPage: async (resource, { pageToken, modifiedAfter }): Promise<SentPage> => {
      const path = `/${resource}`;
      // With a token the server knows what was asked for; the standard wants no other filter beside it.
      const query =
        pageToken === null
          ? { limit: String(pageSize), "meta.modified.after": modifiedAfter, pageToken: null }
          : { limit: String(pageSize), pageToken };
      const page = read(pageSchema, path, await ask(path, query));
      return { objects: page.data, nextPageToken: page.pageToken ?? null };
    },
    lookUpPersons: async (ids) =>
      read(lookedUpSchema, "/persons/lookup", await ask("/persons/lookup", {}, { ids })),
    readDeleted: async ({ after, pageToken }) => {
      const path = "/deletedEntities";
      const query = pageToken === null ? { after, pageToken: null } : { pageToken };
      const page = read(deletedSchema, path, await ask(path, query));
      return { data: page.data, nextPageToken: page.pageToken ?? null };
    },
  };
}
