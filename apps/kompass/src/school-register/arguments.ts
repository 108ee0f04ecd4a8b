import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { ClientCredentials } from "./bearer-tokens.ts";

export const USAGE = `kompass import-ss12000 --kommun 9001 (--url https://…/v2 | --folder MAPP_ELLER_ZIP)
               [--full] [--remove-missing] [--dry-run] [--config fil.json]

  --url      skolregistrets SS12000-tjänst. Inloggningen (OAuth 2, client credentials) står i miljön eller i --config:
             KOMPASSEN_SS12000_TOKEN_URL, KOMPASSEN_SS12000_CLIENT_ID, KOMPASSEN_SS12000_CLIENT_SECRET,
             KOMPASSEN_SS12000_SCOPE
  --folder   samma objekt som filer: organisations, placements, duties, persons som .json eller .ndjson
  --full     läser allt på nytt, inte bara det som ändrats sedan sist
  --remove-missing  tar bort det som inte fanns i en hel läsning, också när det är mer än två femtedelar av registret
  --dry-run  läser och granskar allt men skriver inget`;

export interface RegisterArguments {
  readonly kommun: string;
  readonly from:
    | { readonly kind: "url"; readonly url: string }
    | { readonly kind: "folder"; readonly folder: string };
  readonly credentials: ClientCredentials | null;
  readonly isFull: boolean;
  readonly removesMany: boolean;
  readonly isDryRun: boolean;
  readonly pageSize: number;
}

const configSchema = z.strictObject({
  url: z.url().optional(),
  tokenUrl: z.url().optional(),
  clientId: z.string().optional(),
  clientSecret: z.string().optional(),
  scope: z.string().optional(),
});

const DEFAULT_PAGE = 500;

/**
 * Null when the command was not given as it should be. What the command line says goes before the file, and the file
 * before the environment.
 * @throws Error with a sentence for whoever started it, when the file cannot be read
 */
export async function readArguments(
  args: string[],
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<RegisterArguments | null> {
  const values = parse(args);
  if (values === null || values.kommun === undefined || !/^\d{4}$/.test(values.kommun)) return null;
  const config = values.config === undefined ? {} : await readConfig(path.resolve(folder, values.config));
  const url = values.url ?? config.url ?? environment.KOMPASSEN_SS12000_URL;
  const tokenUrl = config.tokenUrl ?? environment.KOMPASSEN_SS12000_TOKEN_URL;
  const from = whereFrom(values.folder, folder, url);
  const pageSize = Number(values["page-size"] ?? DEFAULT_PAGE);
  if (tokenUrl !== undefined && !isSecureOrOwnMachine(tokenUrl)) return null;
  if (from === null || !Number.isInteger(pageSize) || pageSize < 1) return null;
  const clientId = config.clientId ?? environment.KOMPASSEN_SS12000_CLIENT_ID;
  const clientSecret = config.clientSecret ?? environment.KOMPASSEN_SS12000_CLIENT_SECRET;
  const hasLogin = tokenUrl !== undefined && clientId !== undefined && clientSecret !== undefined;
  return {
    kommun: values.kommun,
    from,
    credentials: hasLogin
      ? {
          tokenUrl,
          clientId,
          clientSecret,
          scope: config.scope ?? environment.KOMPASSEN_SS12000_SCOPE ?? null,
        }
      : null,
    isFull: values.full,
    removesMany: values["remove-missing"],
    isDryRun: values["dry-run"],
    pageSize,
  };
}

function whereFrom(
  given: string | undefined,
  folder: string,
  url: string | undefined,
): RegisterArguments["from"] | null {
  if (given !== undefined) return { kind: "folder", folder: path.resolve(folder, given) };
  return url === undefined || !isSecureOrOwnMachine(url) ? null : { kind: "url", url };
}

/** What is fetched names children, and what is sent is a secret: never in the clear, but on the own machine. */
function isSecureOrOwnMachine(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (
    protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname))
  );
}

async function readConfig(file: string): Promise<z.infer<typeof configSchema>> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`Hittar inte filen ${file}.`);
  });
  const read = configSchema.safeParse(parseJson(text));
  if (read.success) return read.data;
  const names = Object.keys(configSchema.shape).join(", ");
  throw new Error(`${path.basename(file)} ska vara JSON med något av ${names}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        kommun: { type: "string" },
        url: { type: "string" },
        folder: { type: "string" },
        config: { type: "string" },
        full: { type: "boolean", default: false },
        "remove-missing": { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
        "page-size": { type: "string" },
      },
    });
    return values;
  } catch {
    // parseArgs throws on an option it does not know.
    return null;
  }
}
