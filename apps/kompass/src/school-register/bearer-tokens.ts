import { RegisterUnavailable } from "@kompassen/api/school-register";
import { z } from "zod";
import { type Fetching, fetchPatiently } from "./fetch-patiently.ts";

/** OAuth 2 client credentials. */
export interface ClientCredentials {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string | null;
}

const tokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional(),
});

/** A token is thrown away this long before its time, so that none runs out under way. */
const MARGIN_MS = 30_000;
const UNSAID_LIFE_MS = 300_000;

/** One token for many calls; `get(true)` fetches a new one whatever the old one's time says. */
export function bearerTokens(credentials: ClientCredentials, fetching: Fetching) {
  let held: { readonly token: string; readonly until: number } | null = null;
  return {
    get: async (isRefused: boolean): Promise<string> => {
      if (held !== null && !isRefused && performance.now() < held.until) return held.token;
      const asked = performance.now();
      const { token, lifeMs } = await fetchToken(credentials, fetching);
      held = { token, until: asked + Math.max(lifeMs - MARGIN_MS, lifeMs / 2) };
      return token;
    },
  };
}

async function fetchToken(
  { tokenUrl, clientId, clientSecret, scope }: ClientCredentials,
  fetching: Fetching,
): Promise<{ readonly token: string; readonly lifeMs: number }> {
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    ...(scope === null ? {} : { scope }),
  });
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString(
    "base64",
  );
  const request = {
    method: "POST",
    headers: {
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      authorization: `Basic ${basic}`,
    },
    body: form.toString(),
  };
  const answer = await fetchPatiently(new URL(tokenUrl), request, fetching);
  const token = tokenSchema.safeParse(answer.body);
  if (answer.status !== 200 || !token.success) throw new RegisterUnavailable(`token ${answer.status}`);
  const { access_token, expires_in } = token.data;
  return { token: access_token, lifeMs: expires_in === undefined ? UNSAID_LIFE_MS : expires_in * 1000 };
}
