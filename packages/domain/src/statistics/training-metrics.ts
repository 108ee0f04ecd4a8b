import type { LocalText } from "../shared/index.ts";
import type { Metric } from "./metric.ts";

const STAFF: LocalText = { sv: "medarbetare", en: "staff" };

function trained(number: number): Metric {
  return {
    table: "uptake",
    name: { sv: `Utbildade, steg ${number}`, en: `Trained, step ${number}` },
    definition: {
      sv: `Medarbetare som blev klara med utbildningens steg ${number}.`,
      en: `Staff who finished step ${number} of the training.`,
    },
    measure: STAFF,
    counted: STAFF,
    rule: "trained",
    finest: "unit",
  };
}

export const TRAINING_METRICS = {
  trained_1: trained(1),
  trained_2: trained(2),
  trained_3: trained(3),
  trained_4: trained(4),
} satisfies Record<string, Metric>;

export type TrainingMetricKey = keyof typeof TRAINING_METRICS;
