import type { ChildProcess } from "node:child_process";
import { setTimeout as pass } from "node:timers/promises";

/** How long a request under way may take to be answered when told to stop. */
const LAST_ANSWERS_MS = 8_000;
const EVERY_MS = 50;

/** As a part of an address. */
export function addressOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Where this machine reaches what listens at a host: `0.0.0.0` and `::` are every address, and none to ask. */
export function ownAddressOf(host: string, port: number): string {
  const own = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return addressOf(own, port);
}

/** Whether it answered, however long that took, before it ended. */
export async function answers(address: string, child: ChildProcess): Promise<boolean> {
  const health = new URL("/health", address);
  while (child.exitCode === null && child.signalCode === null) {
    const response = await fetch(health).catch(() => null);
    if (response !== null) return true;
    await pass(EVERY_MS);
  }
  return false;
}

/**
 * Until the process ends; it is told to stop when this one is.
 * @returns 0 when it was told to, else 1: whoever watches over this process is to start it again
 */
export function untilEnded(child: ChildProcess): Promise<number> {
  let isTold = false;
  const stop = () => {
    isTold = true;
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), LAST_ANSWERS_MS).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => resolve(isTold ? 0 : 1));
  });
}
