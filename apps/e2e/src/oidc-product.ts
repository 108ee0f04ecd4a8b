import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const KOMPASS = path.join(ROOT, "apps/kompass/src");

/** The product with a login service on trial, in a folder of its own with one small town. */
export interface OidcProduct {
  readonly address: string;
  readonly service: string;
  readonly town: { readonly childId: string; readonly guardianId: string; readonly personId: string };
  /** Closes a person's account, past every lock, as an administration would. */
  disable(personId: string): void;
  stop(): Promise<void>;
}

/** As it was built for the other tests. */
export async function startOidcProduct(): Promise<OidcProduct> {
  const folder = await mkdtemp(path.join(tmpdir(), "kompassen-oidc-"));
  const [port, servicePort] = [await freePort(), await freePort()];
  const child = spawn(
    process.execPath,
    [path.join(KOMPASS, "main.ts"), "start", "--empty", "--oidc", "--built"],
    {
      env: {
        ...process.env,
        HOST: "127.0.0.1",
        PORT: String(port),
        OIDC_PORT: String(servicePort),
        ORIGIN: `http://127.0.0.1:${port}`,
        KOMPASSEN_DATA: folder,
        KOMPASSEN_OIDC_TAMPER: "1",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  await isUp(child);
  return {
    address: `http://127.0.0.1:${port}`,
    service: `http://127.0.0.1:${servicePort}`,
    town: JSON.parse(arrange([folder])),
    disable: (personId) => void arrange([folder, "disable", personId]),
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function arrange(args: readonly string[]): string {
  return execFileSync(process.execPath, [path.join(KOMPASS, "oidc/trial-town.test-support.ts"), ...args], {
    encoding: "utf8",
  });
}

function isUp(child: ChildProcess): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      if (said.includes("Stoppa med Ctrl-C.")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => reject(new Error(`the product ended: ${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === "object" && found !== null ? found.port : 0));
    });
  });
}
