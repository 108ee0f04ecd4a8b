import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, it } from "vitest";
import { keepProcess } from "./kept-process.ts";
import { addressOf, answers, ownAddressOf, untilEnded } from "./served-process.ts";

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

function run(script: string): ChildProcess {
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  started.push(child);
  return child;
}

const LASTING = "setInterval(() => {}, 1000)";

it("starts again what ended by itself, and not what was told to stop", async () => {
  const pauses: number[] = [];
  const kept = keepProcess(
    () => run(started.length < 2 ? "process.exit(1)" : LASTING),
    (pause) => pauses.push(pause),
    { first: 10, longest: 2_000 },
  );
  await expect.poll(() => started.length, { timeout: 10_000 }).toBe(3);
  const last = started[2];
  kept.stop();
  if (last?.exitCode === null && last.signalCode === null) await once(last, "exit");
  expect([pauses, last?.signalCode]).toEqual([[10, 20], "SIGTERM"]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(started).toHaveLength(3);
});

it.each(["0.0.0.0", "127.0.0.1", "::", "::1"])(
  "asks what listens at %s, when it has come so far",
  async (host) => {
    const child = run(`setTimeout(() => require("node:http").createServer((_, answer) => answer.end())
    .listen(0, "${host}", function () { console.log(this.address().port); }), 200)`);
    const [said] = await once(child.stdout ?? child, "data");
    expect(await answers(ownAddressOf(host, Number(said)), child)).toBe(true);
    child.kill("SIGKILL");
    expect(await answers(addressOf("127.0.0.1", 1), child)).toBe(false);
  },
);

it("has not ended well when nobody told it to", async () => {
  const killed = run(LASTING);
  const code = untilEnded(killed);
  killed.kill("SIGKILL");
  expect(await code).toBe(1);
  const told = run(LASTING);
  const after = untilEnded(told);
  process.emit("SIGTERM");
  expect(await after).toBe(0);
});
