import { describe, expect, it } from "vitest";
import { localDate } from "../shared/index.ts";
import { legalReferenceOn, legalReferenceText } from "./legal-reference.ts";
import { toldState } from "./told.ts";

describe("the law that a share rests on", () => {
  it("is the one in force on its day", () => {
    expect(legalReferenceOn("anmalan_socialtjanst", localDate("2025-06-30"))?.id).toBe(
      "anmalan_socialtjanst@2001:453",
    );
    expect(legalReferenceOn("anmalan_socialtjanst", localDate("2025-07-01"))?.id).toBe(
      "anmalan_socialtjanst@2025:400",
    );
    expect(legalReferenceOn("consent", localDate("2026-03-15"))?.id).toBe("consent@2009:400");
    expect(legalReferenceOn("consent", localDate("2009-06-29"))).toBeNull();
  });

  it("is read by the id that was kept, also long after", () => {
    expect(legalReferenceText("anmalan_socialtjanst@2025:400")).toBe(
      "19 kap. 1 § socialtjänstlagen (2025:400)",
    );
    expect(legalReferenceText("anmalan_socialtjanst@2001:453")).toBe(
      "14 kap. 1 § socialtjänstlagen (2001:453)",
    );
    expect(legalReferenceText("other")).toBeNull();
  });
});

describe("what the family knows of a share", () => {
  const today = localDate("2026-03-15");

  it("is nothing until somebody has told it", () => {
    expect(toldState(null, today)).toBe("to_tell");
    expect(toldState({ state: "told", reviewOn: null }, today)).toBe("told");
  });

  it("may be held back until the day when that is looked at again", () => {
    expect(toldState({ state: "withheld", reviewOn: localDate("2026-03-16") }, today)).toBe("withheld");
    expect(toldState({ state: "withheld", reviewOn: today }, today)).toBe("review_due");
    expect(toldState({ state: "withheld", reviewOn: null }, today)).toBe("withheld");
  });
});
