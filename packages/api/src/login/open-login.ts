import type { Language } from "@kompassen/domain/shared";
import * as oidc from "openid-client";
import { explainFailure } from "./explain-failure.ts";
import type { LoginSource } from "./read-login-config.ts";

/** Seconds that a login service may take to answer. */
const PATIENCE = 8;

/** A login service of this server, found when it is first needed: one that is down does not stop the others. */
export interface Login {
  readonly source: LoginSource;
  /** @throws LoginFault `unreachable` */
  connect(): Promise<oidc.Configuration>;
}

export function openLogin(source: LoginSource): Login {
  let found: Promise<oidc.Configuration> | undefined;
  return {
    source,
    connect: async () => {
      found ??= discover(source);
      try {
        return await found;
      } catch (error) {
        found = undefined;
        throw explainFailure(error);
      }
    },
  };
}

export function loginName({ source }: Login, language: Language): string {
  return source.name[language];
}

async function discover(source: LoginSource): Promise<oidc.Configuration> {
  const isOwnMachine = source.issuer.startsWith("http://");
  return oidc.discovery(
    new URL(source.issuer),
    source.clientId,
    { [oidc.clockTolerance]: source.clockToleranceSeconds },
    await authentication(source),
    {
      timeout: PATIENCE,
      // The signature is checked although the token comes straight from the login service.
      execute: [oidc.enableNonRepudiationChecks, ...(isOwnMachine ? [oidc.allowInsecureRequests] : [])],
    },
  );
}

async function authentication({ proof }: LoginSource): Promise<oidc.ClientAuth> {
  return proof.kind === "secret"
    ? oidc.ClientSecretBasic(proof.text)
    : oidc.PrivateKeyJwt(await readKey(proof.text));
}

/** PKCS#8 in PEM: an elliptic key (ES256), else RSA (PS256). */
async function readKey(pem: string): Promise<oidc.CryptoKey> {
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
  try {
    return await crypto.subtle.importKey("pkcs8", der, { name: "ECDSA", namedCurve: "P-256" }, false, [
      "sign",
    ]);
  } catch {
    return await crypto.subtle.importKey("pkcs8", der, { name: "RSA-PSS", hash: "SHA-256" }, false, ["sign"]);
  }
}
