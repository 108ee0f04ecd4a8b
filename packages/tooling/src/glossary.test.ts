import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Room names and listed values that are plain English, a technical term or a fixed code. */
const ENGLISH = new Set(
  `access add answered action annat audit back_reporting blank caseload charts clear_decline clear_improvement
  common_statements_only compare concern_remains connection consent context csv decided decline declined demo
  different_age_form different_instrument different_version dont_know draft embedded errors export factories first
  first_low_rating follow-up follow_up given health held history import late_registration long_interval maintained
  messages migrate missing_before missing_now new new_child no_action not_comparable official on_agenda people
  placeholder planned procedure profession prolonged_stagnation protect roles runtime schema seen server session
  shared short_interval some_decline some_improvement stagnation start statement_drop superseded testing
  area_mean area_share change csv-excel first_step improved json-stat last_change last_rating median pdf release-making
  release-export statistics too_thin trained unit unprotectable uptake visit waiting xlsx zip
  home_visits population signal_decided signal_raised training
  agenda conversation events family individual_team in_person joint_form letter look online own_work phone plan printout
  rating said share sharing support supports card child compass event other
  after_closing alias audit backdated case_opened changed cut emergency first_changed gap head in_order log log-review
  no_head no_relation no_rows odd_hours protected_identity published published_cut published_gone random same_surname
  unlinked volume access-matrix backup emergency-access limits login retention
  administration hand-over school-register pending accepted organisations placements duties persons running done
  done_with_faults stopped confirmed rejected moved marking_raised marking_lifted left_register
  individuellt_closing individuellt_first individuellt_working too_few_common_statements unchanged views without_text withdrawn asked cancelled`.split(
    /\s+/,
  ),
);

const entries = readFileSync(path.join(ROOT, "docs/GLOSSARY.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| code word"))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, word = "", swedish = "", english = "", source = "", room = ""]) => ({
    word,
    swedish,
    english,
    source,
    room,
  }));
const words = new Set(entries.map(({ word }) => word));

const roomFolders = [
  ...globSync("packages/{domain,api,db}/src/*/", { cwd: ROOT }),
  ...globSync("apps/dashboard/src/lib/*/", { cwd: ROOT }),
].map((folder) => path.basename(folder));

/** The values of the model's closed lists: `export const X = [ … ] as const`. */
const listedValues = globSync("packages/domain/src/**/*.ts", { cwd: ROOT })
  .filter((file) => !file.endsWith(".test.ts"))
  .flatMap((file) => [
    ...readFileSync(path.join(ROOT, file), "utf8").matchAll(
      /export const (?![A-Z_]*COLUMNS)[A-Z_]+ = \[([^\]]*)\] as const/g,
    ),
  ])
  .flatMap(([, list = ""]) => [...list.matchAll(/"([a-z_-]+)"/g)].map(([, value = ""]) => value));

describe("the glossary", () => {
  it("says of each word what it is in Swedish and English, from where, and in which room", () => {
    expect(entries.length).toBeGreaterThan(20);
    for (const entry of entries)
      for (const cell of Object.values(entry)) expect(cell, entry.word).not.toBe("");
  });

  it("names each word once", () => {
    expect(words.size).toBe(entries.length);
  });

  it("holds no word that the code has left behind", () => {
    const used = execFileSync("git", ["grep", "-ohiE", [...words].join("|"), "--", "apps", "packages"], {
      cwd: ROOT,
      maxBuffer: 2 ** 28,
    });
    const found = new Set(used.toString().toLowerCase().split("\n"));
    expect([...words].filter((word) => !found.has(word))).toEqual([]);
  });

  it("knows every Swedish word that names a room or stands in a list of the model", () => {
    const unknown = [...roomFolders, ...listedValues].filter(
      (word) => !words.has(word) && !ENGLISH.has(word),
    );
    expect([...new Set(unknown)].toSorted()).toEqual([]);
  });
});
