import { readLoginConfig } from "@kompassen/api/login";

interface Asked {
  /** Whether a login service of a trial is started beside. */
  readonly isTrial: boolean;
  /** Where people reach Kompassen. */
  readonly origin: string;
  readonly host: string;
  readonly port: number;
  readonly adminUrl: string;
  readonly folder: string;
}

/** The logins of one start of the product. */
export interface OpenedLogins {
  /** For the dashboard's process. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where the trial's login service answers; null without one. */
  readonly trialAddress: string | null;
  stop(): Promise<void>;
}

/**
 * Starts the trial's login service, or checks the file that KOMPASSEN_OIDC names before anything is served.
 * @throws LoginConfigFault
 */
export async function openLogins({ isTrial, origin, host, port, ...asked }: Asked): Promise<OpenedLogins> {
  if (!isTrial) {
    const file = process.env.KOMPASSEN_OIDC;
    if (file !== undefined && file !== "") readLoginConfig(file);
    return { environment: {}, trialAddress: null, stop: async () => {} };
  }
  // Loaded when asked for: it is no part of a product that is in use.
  const { startTrial } = await import("../oidc/index.ts");
  const trial = await startTrial({
    ...asked,
    kompassen: origin,
    host,
    port: Number(process.env.OIDC_PORT ?? port + 1),
    mayTamper: process.env.KOMPASSEN_OIDC_TAMPER === "1",
  });
  return { environment: trial.environment, trialAddress: trial.address, stop: trial.stop };
}
