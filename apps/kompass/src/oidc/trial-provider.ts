import { type KeyObject, randomBytes } from "node:crypto";
import Provider, { type Configuration, interactionPolicy } from "oidc-provider";
import { logoutPage, wordsPage } from "./trial-page.ts";
import type { TrialPerson } from "./trial-person.ts";

export const ORG_SCOPE = "https://id.oidc.se/scope/naturalPersonOrgId";
const CLAIM = "https://id.oidc.se/claim";

/** Clients of the trial: staff with a shared secret, guardians with a key of their own. */
interface TrialClients {
  readonly staffSecret: string;
  readonly guardianKey: Readonly<Record<string, unknown>>;
}

interface Asked {
  readonly address: string;
  /** Where people reach Kompassen. */
  readonly kompassen: string;
  readonly listPersons: () => Promise<readonly TrialPerson[]>;
  readonly clients: TrialClients;
  /** RSA, of this service's own. */
  readonly signingKey: KeyObject;
  /** Seconds that a code lasts. */
  readonly codeLasts: () => number;
}

/** A login service with the claims of the Swedish profile. */
export function trialProvider({
  address,
  kompassen,
  listPersons,
  clients,
  signingKey,
  codeLasts,
}: Asked): Provider {
  const common = {
    redirect_uris: [`${kompassen}/logga-in/svar`],
    post_logout_redirect_uris: [`${kompassen}/utloggad`],
    response_types: ["code"],
    grant_types: ["authorization_code"],
  } satisfies Partial<NonNullable<Configuration["clients"]>[number]>;
  return new Provider(address, {
    clients: [
      {
        ...common,
        client_id: CLIENT_IDS.staff,
        client_secret: clients.staffSecret,
        token_endpoint_auth_method: "client_secret_basic",
      },
      {
        ...common,
        client_id: CLIENT_IDS.guardian,
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: "ES256",
        jwks: { keys: [clients.guardianKey] },
      },
    ],
    jwks: { keys: [{ ...signingKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
    cookies: { keys: [randomBytes(32).toString("hex")] },
    acrValues: ["http://id.elegnamnd.se/loa/1.0/loa2", "http://id.elegnamnd.se/loa/1.0/loa3"],
    scopes: ["openid", ORG_SCOPE],
    claims: {
      openid: ["sub"],
      [ORG_SCOPE]: ["orgAffiliation", "orgName", "orgNumber", "orgUnit"].map(claim),
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = logoutPage(form);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = wordsPage("Utloggad", "Du är utloggad ur prov-inloggningen.");
        },
      },
    },
    interactions: { policy: askEachTime(), url: (_ctx, { uid }) => `/val/${uid}` },
    pkce: { required: () => true },
    ttl: {
      AuthorizationCode: codeLasts,
      IdToken: 300,
      AccessToken: 60,
      Interaction: 600,
      Session: 3600,
      Grant: 3600,
    },
    findAccount: async (_ctx, id) => {
      const person = (await listPersons()).find(({ key }) => key === id);
      return person === undefined ? undefined : { accountId: id, claims: () => claimsOf(person) };
    },
    // Nobody is asked to consent: the one client is Kompassen.
    loadExistingGrant: async ({ oidc: { session, client, provider, params } }) => {
      const grant = new provider.Grant({
        clientId: client?.clientId ?? "",
        accountId: session?.accountId ?? "",
      });
      grant.addOIDCScope(String(params?.scope ?? "openid"));
      await grant.save();
      return grant;
    },
    renderError: (ctx) => {
      ctx.type = "html";
      ctx.body = wordsPage(
        "Det gick inte",
        "Prov-inloggningen kunde inte svara på frågan. Gå tillbaka till Kompassen.",
      );
    },
  });
}

export const CLIENT_IDS = { staff: "kompassen-personal", guardian: "kompassen-vardnadshavare" } as const;

/** Each login asks who to be: a trial is for being several people after one another. */
function askEachTime(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy
    .get("login")
    ?.checks.add(
      new Check("asks_each_time", "asks each time", ({ oidc: { result } }) =>
        result?.login === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
      ),
    );
  return policy;
}

const claim = (name: string) => `${CLAIM}/${name}`;

function claimsOf({ key, audience }: TrialPerson) {
  if (audience === "guardian") return { sub: key };
  return {
    sub: key,
    [claim("orgAffiliation")]: key,
    [claim("orgName")]: "Påhittade kommunen",
    [claim("orgNumber")]: "0000000000",
    [claim("orgUnit")]: "Påhittade enheten",
  };
}
