import { dateText, type Fraction, meanText, plainNumberText } from "../shared/index.ts";
import { findBandNote } from "./band-notes.ts";
import type { CommonStatement, Comparable } from "./comparison.ts";
import { declineCause, type ExplanationWords, type StatementText } from "./explanation-words.ts";
import type { RuleSet } from "./rule-set.ts";

/** From the second on: a first follow-up is not yet in a row. */
const ORDINALS = ["Andra", "Tredje", "Fjärde", "Femte", "Sjätte", "Sjunde", "Åttonde", "Nionde", "Tionde"];

const mean = (value: Fraction) => meanText(value, "sv");

export const SWEDISH: ExplanationWords = {
  noValue: "inget värde",
  lastValue: (value, date) => `Senaste värdet är ${value} (${date}).`,
  onCommon: (count) => `på ${count} gemensamma påståenden`,
  inARow: (count) => `${ORDINALS[count - 2] ?? `${count}:e`} uppföljningen i rad.`,

  concern: ({ concern, concernBasis, label }) => {
    if (concernBasis === "answered") return concern ? ", och tankar kvarstår" : ", och inga tankar kvarstår";
    if (concern) return ", och tankar antas kvarstå: behöver er bedömning";
    return label === "maintained" ? " på en nivå som antas vara bra" : "";
  },

  bandNotes: (comparison, rules) => {
    const floor = mean(rules.statementMeans.floorAtMost);
    switch (findBandNote(comparison, rules)) {
      case "floor":
        return [`Nivån var redan låg (${floor} eller lägre), så en liten nedgång räknas som tydlig.`];
      case "too_few_for_clear":
        return [
          `Med färre än ${rules.statementMeans.clearNeedsCommon} gemensamma påståenden räknas förändringen som liten.`,
        ];
      case null:
        return [];
    }
  },

  flag: (flag, comparison, rules, statementText) => {
    switch (flag) {
      case "short_interval":
        return `Det är bara ${days(comparison)} mellan skattningarna.`;
      case "long_interval":
        return `Det är ${days(comparison)} mellan skattningarna.`;
      case "late_registration":
        return `Skattningen registrerades mer än ${rules.lateRegistrationAboveDays} dagar efter att den gjordes.`;
      case "common_statements_only":
        return `Jämförelsen gäller bara påståenden som är besvarade båda gångerna; alla svar nu ger ${mean(comparison.score)}.`;
      case "statement_drop":
        return `Påståenden som har sjunkit mycket: ${comparison.droppedStatements
          .map((statement) => drop(statement, statementText))
          .join(", ")}.`;
      case "different_age_form":
        return `Åldersversionen är en annan: ${comparison.previous.ageForm} förut, ${comparison.current.ageForm} nu.`;
    }
  },

  because: (signal, comparison) => {
    switch (signal) {
      case "decline":
        return decline(comparison);
      case "stagnation":
        return `Lyfts för att det inte syns någon tydlig förändring och ${remains(comparison)}.`;
      case "concern_remains":
        return "Lyfts för att ni har svarat att tankar kvarstår, också när det går åt rätt håll.";
      case "prolonged_stagnation":
        return `Lyfts särskilt: ingen tydlig förändring åt rätt håll sedan ${since(comparison)} och ${remains(comparison)}.`;
    }
  },

  rule: (kind, rules) => `${name(rules)} ${kind === "single" ? singleBands(rules) : meanBands(rules)}`,
  ruleName: (rules) => name(rules),
};

function decline(comparison: Comparable): string {
  switch (declineCause(comparison)) {
    case "clear":
      return "Lyfts för att det har gått tydligt tillbaka.";
    case "thoughts_remain":
      return `Lyfts för att det har gått tillbaka och ${remains(comparison)}.`;
    case "second_in_a_row":
      return "Lyfts för att det har gått tillbaka två gånger i rad.";
  }
}

function remains({ concernBasis }: Comparable): string {
  return concernBasis === "answered" ? "tankar kvarstår" : "tankar antas kvarstå";
}

function since({ withoutClearGainSince, previous }: Comparable): string {
  return dateText(withoutClearGainSince ?? previous.assessedOn, "sv");
}

function days({ intervalDays }: Comparable): string {
  return intervalDays === 1 ? "1 dag" : `${intervalDays} dagar`;
}

function drop({ currentKey, before, now }: CommonStatement, text: StatementText | undefined): string {
  return `${text?.(currentKey) ?? currentKey} (${before} → ${now})`;
}

function name({ id, version }: RuleSet): string {
  return `Regel: ${id}, version ${version}.`;
}

function meanBands({ statementMeans: bands, concernAtMost }: RuleSet): string {
  return (
    `Liten förändring från ${mean(bands.small)}, tydlig från ${mean(bands.clear)} på minst ` +
    `${bands.clearNeedsCommon} gemensamma påståenden. ${presumption(concernAtMost)}`
  );
}

function singleBands({ singleRating, concernAtMost }: RuleSet): string {
  const step = (value: Fraction) => plainNumberText(value, "sv");
  return `Liten förändring från ${step(singleRating.small)} steg, tydlig från ${step(singleRating.clear)} steg. ${presumption(concernAtMost)}`;
}

function presumption(concernAtMost: Fraction): string {
  return `Utan svar antas tankar kvarstå under målet, eller vid ${mean(concernAtMost)} eller lägre utan mål.`;
}
