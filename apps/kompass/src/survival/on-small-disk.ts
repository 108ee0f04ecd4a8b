import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FullDiskResult } from "./full-disk.ts";

const PROGRAM = path.join(import.meta.dirname, "full-disk-process.ts");
const SIZE = "320m";

/**
 * Runs the measuring where nobody else sees its small disk, which goes when it ends. Root may mount one; somebody else
 * may in a namespace of their own, as root there and then as themselves again (PostgreSQL refuses root).
 */
export async function measureOnSmallDisk(build: string): Promise<FullDiskResult> {
  const folder = await mkdtemp(path.join(tmpdir(), "kompassen-disk-"));
  const mount = 'mount -t tmpfs -o size="$1",mode=777 tmpfs "$2"';
  const run = '"$3" "$4" "$5" "$2"';
  const isRoot = process.getuid?.() === 0;
  const [uid, gid] = [process.getuid?.(), process.getgid?.()];
  const script = isRoot
    ? `${mount} && exec ${run}`
    : `${mount} && exec unshare --user --map-user=${uid} --map-group=${gid} ${run}`;
  const args = [
    ...(isRoot ? [] : ["--user", "--map-root-user"]),
    "--mount",
    "sh",
    "-c",
    script,
    "sh",
    SIZE,
    folder,
    process.execPath,
    PROGRAM,
    build,
  ];
  try {
    return JSON.parse(await outputOf("unshare", args));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function outputOf(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    let [out, said] = ["", ""];
    child.stdout.on("data", (text) => (out += text));
    child.stderr.on("data", (text) => (said = `${said}${text}`.slice(-4000)));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(out) : reject(new Error(`${program}: ${code}\n${said}`)),
    );
  });
}
