import { readFileSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import { type LoginClient, loginConfig } from "./login-config.ts";

/** A login service with its secrets in hand. They are in memory only. */
export type LoginSource = LoginClient & {
  /** The shared secret, or the private key as PKCS#8 in PEM. */
  readonly proof: { readonly kind: "secret" | "key"; readonly text: string };
  readonly pseudonym: string | null;
};

/** What is wrong with the file, in words for whoever starts the server. */
export class LoginConfigFault extends Error {}

/**
 * Reads the file that `KOMPASSEN_OIDC` names, and the secrets that it points to.
 * @throws LoginConfigFault with the field at fault
 */
export function readLoginConfig(file: string): LoginSource[] {
  const parsed = loginConfig.safeParse(parseJson(file));
  if (!parsed.success) throw new LoginConfigFault(`${file}: ${faultOf(parsed.error)}`);
  const folder = path.dirname(path.resolve(file));
  return parsed.data.issuers.map((client, index) => {
    const at = `${file}: issuers.${index}`;
    const { clientSecret, privateKey } = client;
    const proof =
      clientSecret === undefined
        ? ({ kind: "key", text: readSecret(privateKey, folder, `${at}.privateKey`) } as const)
        : ({ kind: "secret", text: readSecret(clientSecret, folder, `${at}.clientSecret`) } as const);
    const pseudonym =
      client.kind === "staff" || client.pseudonymKey === undefined
        ? null
        : readSecret(client.pseudonymKey, folder, `${at}.pseudonymKey`);
    if (pseudonym !== null && pseudonym.length < 32) {
      throw new LoginConfigFault(`${at}.pseudonymKey: nyckeln ska vara minst 32 tecken`);
    }
    return { ...client, proof, pseudonym };
  });
}

function parseJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new LoginConfigFault(`${file} kan inte läsas. Den anges av KOMPASSEN_OIDC.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new LoginConfigFault(`${file} är inte giltig JSON.`);
  }
}

function faultOf({ issues }: z.ZodError): string {
  const [first] = issues;
  if (first === undefined) return "något är fel";
  const field = first.path.join(".") || "filen";
  switch (first.code) {
    case "invalid_type":
      return `${field} saknas eller är av fel slag (väntade ${first.expected})`;
    case "unrecognized_keys":
      return `${field} har ett okänt fält: ${first.keys.join(", ")}`;
    case "invalid_value":
      return `${field} ska vara något av ${first.values.join(", ")}`;
    case "invalid_format":
    case "custom":
      return `${field} ${first.message === "Invalid URL" ? "ska vara en adress" : first.message}`;
    case "invalid_union":
      return `${field} ska vara staff eller guardian`;
    default:
      return `${field} har fel värde (${first.code})`;
  }
}

function readSecret(
  place: { readonly env?: string | undefined; readonly file?: string | undefined } | undefined,
  folder: string,
  at: string,
): string {
  const text = place?.env === undefined ? readSecretFile(place?.file, folder) : process.env[place.env];
  const secret = text?.trim() ?? "";
  if (secret !== "") return secret;
  const where = place?.env === undefined ? `filen ${place?.file}` : `miljövariabeln ${place.env}`;
  throw new LoginConfigFault(`${at}: ${where} saknas eller är tom`);
}

function readSecretFile(file: string | undefined, folder: string): string | undefined {
  try {
    return file === undefined ? undefined : readFileSync(path.resolve(folder, file), "utf8");
  } catch {
    return undefined;
  }
}
