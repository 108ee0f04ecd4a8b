import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { openDatabase, roleUrl } from "@kompassen/db";
import type Provider from "oidc-provider";
import { ServiceFaults } from "./service-faults.ts";
import { readTampering } from "./tampering.ts";
import { LEVELS, trialPage, wordsPage } from "./trial-page.ts";
import { listTrialPersons, type TrialPerson } from "./trial-person.ts";
import { CLIENT_IDS, ORG_SCOPE, trialProvider } from "./trial-provider.ts";

/** A running login service on the own machine, and what Kompassen needs to use it. */
interface Trial {
  readonly address: string;
  /** The environment of the dashboard: the file of logins and the secrets that it names. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

interface Asked {
  readonly kompassen: string;
  readonly host: string;
  readonly port: number;
  readonly adminUrl: string;
  readonly folder: string;
  /** Whether its page offers to answer wrongly, for tests. */
  readonly mayTamper: boolean;
}

/** Starts the login service of a trial. Its keys and secrets are made now and end with it. */
export async function startTrial({
  kompassen,
  host,
  port,
  adminUrl,
  folder,
  mayTamper,
}: Asked): Promise<Trial> {
  const address = `http://${host}:${port}`;
  const database = openDatabase(roleUrl(adminUrl, "kompass_job"), { connections: 1 });
  const listPersons = () => listTrialPersons(database);
  const staffSecret = randomBytes(32).toString("hex");
  const guardian = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const guardianKey = { ...guardian.publicKey.export({ format: "jwk" }), use: "sig" };
  const { privateKey: signingKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const faults = new ServiceFaults(signingKey);
  const provider = trialProvider({
    address,
    kompassen,
    listPersons,
    clients: { staffSecret, guardianKey },
    signingKey,
    codeLasts: () => faults.codeLasts,
  });
  provider.use((ctx, next) => faults.commit(ctx, next));
  const answer = answerWith(provider, listPersons, mayTamper ? faults : null);
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(400, { "content-type": "text/html; charset=utf-8" });
      response.end(wordsPage("Det gick inte", "Valet har gått ut. Gå tillbaka till Kompassen och börja om."));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    address,
    environment: {
      KOMPASSEN_OIDC: await writeLogins(folder, address),
      KOMPASSEN_TRIAL_SECRET: staffSecret,
      KOMPASSEN_TRIAL_KEY: guardian.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    },
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await database.close();
    },
  };
}

/** The same kind of file as a kommun writes; the secrets are in the environment only. */
async function writeLogins(folder: string, issuer: string): Promise<string> {
  const kommunCodes = ["9001", "9002"];
  const issuers = [
    {
      kind: "staff",
      key: "prov-personal",
      name: { sv: "prov-inloggningen", en: "the trial login" },
      issuer,
      clientId: CLIENT_IDS.staff,
      clientSecret: { env: "KOMPASSEN_TRIAL_SECRET" },
      kommunCodes,
      scope: `openid ${ORG_SCOPE}`,
    },
    {
      kind: "guardian",
      // The invented guardians' accounts are the demo's.
      key: "demo",
      name: { sv: "prov-inloggningen för vårdnadshavare", en: "the trial login for guardians" },
      issuer,
      clientId: CLIENT_IDS.guardian,
      privateKey: { env: "KOMPASSEN_TRIAL_KEY" },
      kommunCodes,
    },
  ];
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, "oidc-prov.json");
  await writeFile(file, `${JSON.stringify({ issuers }, null, 2)}\n`);
  return file;
}

/** @param faults what it may answer wrongly, in a test */
function answerWith(
  provider: Provider,
  listPersons: () => Promise<readonly TrialPerson[]>,
  faults: ServiceFaults | null,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  async function choose(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const interaction = await provider.interactionDetails(request, response);
    const { params, uid } = interaction;
    if (request.method !== "POST") {
      const audience = params.client_id === CLIENT_IDS.staff ? "staff" : "guardian";
      const known = (await listPersons()).filter((person) => person.audience === audience);
      const look = { isAnew: params.prompt === "login", mayTamper: faults !== null };
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
      response.end(trialPage(`/val/${uid}`, known, look));
      return;
    }
    const form = new URLSearchParams(await bodyOf(request));
    if (form.get("val") !== "in") {
      return provider.interactionFinished(request, response, { error: "access_denied" });
    }
    const level = form.get("niva") ?? "";
    const login = {
      accountId: form.get("person") ?? "",
      acr: Object.hasOwn(LEVELS, level) ? level : "",
      remember: false,
      ...(await faults?.prepare(readTampering(form.get("fel")), interaction)),
    };
    await provider.interactionFinished(request, response, { login });
  }

  const serve = provider.callback();
  return (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://own.invalid");
    return /^\/val\/[\w-]+$/.test(pathname) ? choose(request, response) : serve(request, response);
  };
}

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk.toString();
  return text;
}
