// The app as a process of its own: writers who call the api, and tell the parent what they were told. The parent
// kills the database under it, or the process itself.
import { createCaller, openRuntime } from "@kompassen/api";
import { findKnown } from "@kompassen/api/errors";
import { todayInSweden } from "@kompassen/domain/shared";
import type { Deed, Note, Order, Writer } from "./deed.ts";
import { doDeed } from "./do-deed.ts";
import { writeDeeds } from "./write-deeds.ts";

const url = process.env.KOMPASSEN_DATABASE_URL;
if (url === undefined) throw new Error("KOMPASSEN_DATABASE_URL is not set");
const { contextFor } = openRuntime({
  databaseUrl: url,
  statisticsUrl: url,
  familyUrl: url,
  isDemo: false,
  loginFile: null,
  hasLimits: false,
  version: "survival",
});
const today = todayInSweden(new Date());

process.on("message", (order: Order) => {
  if (order.kind === "write") for (const writer of order.writers) void write(writer);
  else void repeat(order.writer, order.deed);
});
process.on("disconnect", () => process.exit(0));
await note({ kind: "ready" });

async function write(writer: Writer): Promise<void> {
  const api = callerOf(writer);
  for (const deed of writeDeeds(writer, today, Math.random)) {
    await note({ kind: "begun", deed });
    try {
      await doDeed(api, writer, deed, today);
    } catch (error) {
      await note({ kind: "unanswered", writer: writer.number, reason: reasonOf(error) });
      return;
    }
    await note({ kind: "acknowledged", writer: writer.number, number: deed.number });
  }
}

async function repeat(writer: Writer, deed: Deed): Promise<void> {
  const refused = await doDeed(callerOf(writer), writer, deed, today).then(() => null, reasonOf);
  await note({ kind: "repeated", writer: writer.number, refused });
}

/** Waits until it is in the hands of the operating system: there it outlives this process. */
function note(one: Note): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(one, undefined, {}, (error) => (error === null ? resolve() : reject(error)));
  });
}

function reasonOf(error: unknown): string {
  const known = findKnown(error);
  if (known !== undefined) return known.detail.reason ?? known.code;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function callerOf({ kommunCode, personId }: Writer): ReturnType<typeof createCaller> {
  const who = { kommunCode, personId, name: "Skriver", title: "test", steppedUpAt: null };
  return createCaller(contextFor({ ...who, roles: ["stodsamordnare"] }));
}
