import { PERSON_ROLES } from "@kompassen/domain/people";
import { z } from "zod";

const CLAIM = "https://id.oidc.se/claim";

/** Plain http is for a login service on the own machine, in a trial. */
function isSecureOrOwnMachine(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return (
    protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname))
  );
}

const issuerAddress = z.url().refine(isSecureOrOwnMachine, "ska vara en https-adress");
const words = z.object({ sv: z.string().min(1).max(100), en: z.string().min(1).max(100) });

/** Where a secret lies: never in the file itself. */
const secretPlace = z
  .strictObject({ env: z.string().min(1).optional(), file: z.string().min(1).optional() })
  .refine(
    ({ env, file }) => (env === undefined) !== (file === undefined),
    "ska ange antingen env eller file",
  );

const acr = z
  .strictObject({
    /** From the lowest to the highest; a level that is not named is refused. */
    order: z.array(z.string().min(1).max(200)).min(1),
    least: z.string(),
    /** For stepping up; as `least` when left out. */
    stepUp: z.string().optional(),
  })
  .refine(({ order, least }) => order.includes(least), { path: ["least"], message: "ska finnas i order" })
  .refine(({ order, stepUp }) => stepUp === undefined || order.includes(stepUp), {
    path: ["stepUp"],
    message: "ska finnas i order",
  });

const LEVELS = ["loa2", "loa3", "loa4"].map((level) => `http://id.elegnamnd.se/loa/1.0/${level}`);

const common = {
  /** Short and kept for good: accounts of guardians are stored under it. */
  key: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "ska vara små bokstäver, siffror och bindestreck, högst 40 tecken"),
  name: words,
  issuer: issuerAddress,
  clientId: z.string().min(1),
  clientSecret: secretPlace.optional(),
  privateKey: secretPlace.optional(),
  kommunCodes: z.array(z.string().regex(/^\d{4}$/, "ska vara fyra siffror")).min(1),
  acr: acr.default({ order: LEVELS, least: LEVELS[1] ?? "" }),
  /** How far the clocks of the two may differ. */
  clockToleranceSeconds: z.int().min(0).max(300).default(30),
};

const staff = z.strictObject({
  ...common,
  kind: z.literal("staff"),
  scope: z.string().default("openid https://id.oidc.se/scope/naturalPersonOrgId"),
  /** The claim that is the login key of a person in Kompassen. */
  keyClaim: z.string().default(`${CLAIM}/orgAffiliation`),
  /** How every key of this login service ends, `@SE2120001234`: needed where two of them answer for one kommun. */
  keyEnding: z.string().min(2).max(100).optional(),
  /** What the login service says of roles, and what that is here. Left out: roles are only what administration gave. */
  roles: z
    .strictObject({
      claim: z.string().min(1),
      values: z.record(z.string(), z.enum(PERSON_ROLES)),
    })
    .optional(),
});

const guardian = z.strictObject({
  ...common,
  kind: z.literal("guardian"),
  scope: z.string().default("openid"),
  /** The claim that says who it is. */
  keyClaim: z.string().default("sub"),
  /** A key on the server; the claim is then stored as its HMAC only. Needed for a personal identity number. */
  pseudonymKey: secretPlace.optional(),
});

const client = z
  .discriminatedUnion("kind", [staff, guardian])
  .refine(({ clientSecret, privateKey }) => (clientSecret === undefined) !== (privateKey === undefined), {
    path: ["clientSecret"],
    message: "ska anges, eller privateKey, men inte båda",
  })
  .refine(
    (one) => one.kind === "staff" || !isIdentityNumber(one.keyClaim) || one.pseudonymKey !== undefined,
    {
      path: ["pseudonymKey"],
      message: "ska anges när keyClaim är ett personnummer",
    },
  )
  .refine(({ key, issuer }) => key !== "demo" || issuer.startsWith("http://"), {
    path: ["key"],
    message: "får inte vara demo",
  });

const isIdentityNumber = (claim: string) => /personalIdentityNumber|personnummer/i.test(claim);

/** What `KOMPASSEN_OIDC` names: the login services of this server. */
export const loginConfig = z.strictObject({
  issuers: z
    .array(client)
    .min(1)
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, "ska ha olika key")
    .refine(
      (all) => !all.some((one, at) => all.slice(at + 1).some((other) => mayNameTheSame(one, other))),
      "för personal i samma kommun ska ha varsin keyEnding",
    ),
});

type Client = z.infer<typeof client>;

/** A person of the staff is known by a key alone: no login service may vouch for another's. */
function mayNameTheSame(one: Client, other: Client): boolean {
  if (one.kind !== "staff" || other.kind !== "staff") return false;
  if (!one.kommunCodes.some((code) => other.kommunCodes.includes(code))) return false;
  const [a = "", b = ""] = [one.keyEnding, other.keyEnding];
  return a.endsWith(b) || b.endsWith(a);
}

export type LoginClient = Client;
