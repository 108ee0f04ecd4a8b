import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULT_RULES, NO_EQUIVALENCES } from "../follow-up/index.ts";
import { decimal, localDate } from "../shared/index.ts";
import { HISTORY_COLUMNS } from "./columns.ts";
import { compareHistory } from "./compare-history.ts";
import { readHistoryFrom } from "./files.test-support.ts";
import type { History } from "./history.ts";
import { writeHistoryRows } from "./write-history.ts";

const today = localDate("2026-12-31");
const write = ({ children }: History) =>
  [
    HISTORY_COLUMNS.join(","),
    ...children.flatMap((child) => [...writeHistoryRows(child)].map((cells) => cells.join(","))),
  ].join("\n");

describe("writing a history", () => {
  it("gives rows that read back as the same history", () => {
    const file = readFileSync(new URL("../../golden/follow-up/history.csv", import.meta.url), "utf8");
    const history = readHistoryFrom(file, today);
    const again = readHistoryFrom(write(history), today);
    expect(again).toEqual(history);
    expect(compareHistory(again, DEFAULT_RULES, NO_EQUIVALENCES)).toEqual(
      compareHistory(history, DEFAULT_RULES, NO_EQUIVALENCES),
    );
  });

  it("writes areas in the model's order, unanswered apart, and thoughts on every row of their area", () => {
    const rows = [
      "A,A-1,2026-01-15,2026-01-16,barnteam,skattningsformular,1,,utvecklas,p1,declined,,",
      "A,A-1,2026-01-15,2026-01-16,barnteam,skattningsformular,1,,fritid,p1,3,no,3.25",
      "A,A-1,2026-01-15,2026-01-16,barnteam,skattningsformular,1,,fritid,p2,,no,3.25",
      "A,A-1,2026-01-15,2026-01-15,barn,samtalsunderlag,2,12+,fritid,,dont_know,no,3.25",
      "A,A-2,2026-02-15,2026-02-15,barn,samtalsunderlag,2,12+,fritid,,5,yes,4",
      "A,A-2,2026-02-15,2026-02-15,barn,samtalsunderlag,2,12+,omsorg,,5,,1.05",
    ];
    const history = readHistoryFrom([HISTORY_COLUMNS.join(","), ...rows].join("\n"), today);
    expect(history.children[0]?.thoughts.get("A-1")?.get("fritid")).toEqual({
      concern: false,
      target: decimal("3.25"),
    });
    const [, ...written] = write(history).split("\n");
    expect(written).toEqual([rows[1], rows[2], rows[0], rows[3], rows[5], rows[4]]);
  });
});
