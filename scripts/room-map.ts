// Prints the room map of ARCHITECTURE.md from the same source as the walls. `--check` fails when it is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

interface Room {
  readonly says: string;
  readonly opens: readonly string[];
}
interface House {
  readonly layers: Readonly<Record<string, readonly string[]>>;
  readonly rooms: Readonly<Record<string, Readonly<Record<string, Room>>>>;
}

const ROOT = path.resolve(import.meta.dirname, "..");
const FILE = path.join(ROOT, "ARCHITECTURE.md");
const [START, END] = ["<!-- room map: node scripts/room-map.ts -->", "<!-- end of room map -->"];
const house: House = createRequire(import.meta.url)(path.join(ROOT, "packages/tooling/rooms.cjs"));

const text = readFileSync(FILE, "utf8");
const [before, rest] = text.split(START);
const after = rest?.split(END)[1];
if (before === undefined || after === undefined) throw new Error(`${FILE} has no place for the room map`);
const fresh = `${before}${START}\n\n${drawMap(house)}\n${END}${after}`;
if (process.argv.includes("--check")) {
  if (fresh !== text) {
    console.error("The room map in ARCHITECTURE.md is stale: run node scripts/room-map.ts");
    process.exit(1);
  }
} else {
  writeFileSync(FILE, fresh);
}

function drawMap({ layers, rooms }: House): string {
  return Object.entries(layers)
    .map(([layer, below]) => {
      const uses = below.length === 0 ? "uses no other layer" : `uses ${below.join(", ")}`;
      const own = Object.entries(rooms[layer] ?? {}).map(
        ([room, { says, opens }]) => `| ${room} | ${says} | ${opens.length === 0 ? "–" : opens.join(", ")} |`,
      );
      const table =
        own.length === 0 ? "" : `\n| room | what it is | opens |\n|---|---|---|\n${own.join("\n")}\n`;
      return `### ${layer}\n\n${uses}\n${table}`;
    })
    .join("\n");
}
