import type { LogFaultKind } from "@kompassen/domain/audit";
import type { HeadFileFaultKind } from "./read-heads.ts";

export const FAULT_WORDS: Readonly<Record<LogFaultKind, string>> = {
  changed: "raden är ändrad",
  unlinked: "raden följer inte på den före",
  first_changed: "raden är inte den som skrevs i loggens första form",
  gap: "rader saknas före den här",
  cut: "rader saknas efter den här, enligt kedjans slut i databasen",
  head: "kedjans slut i databasen stämmer inte med den sista raden",
  no_head: "kedjans slut saknas i databasen",
  no_rows: "alla rader i kedjan saknas",
  published: "raden är en annan än den som publicerades",
  published_cut: "kedjan är kortare än den var när den publicerades",
  published_gone: "kedjan finns inte längre, men är publicerad",
  backdated: "raden säger sig vara skriven före publiceringen, men fanns inte då",
  alias: "ett salt leder till en annan än den som raden skrevs om",
};

export const HEAD_FILE_WORDS: Readonly<Record<HeadFileFaultKind, string>> = {
  unreadable: "filen går inte att läsa som kedjeslut",
  altered: "filen innehåller inte det som den säger",
  signature: "signaturen stämmer inte",
  unlinked: "filen följer inte på filen före",
  no_key: "den publika nyckeln saknas bredvid filen",
};
