import type { LocalText } from "../shared/index.ts";
import type { Instrument } from "./instrument.ts";
import { PLACEHOLDER_SAMTALSUNDERLAG } from "./placeholder-samtalsunderlag.ts";
import { PLACEHOLDER_SKATTNINGSFORMULAR } from "./placeholder-skattningsformular.ts";

/** Stands in every view that shows a placeholder's text. */
export const PLACEHOLDER_NOTICE: LocalText = {
  sv: "Platshållare - ersätt med modellägarnas formulär",
  en: "Placeholder - replace with the model owners' form",
};

/** What a new installation rates with until the official forms are loaded. */
export const PLACEHOLDER_INSTRUMENTS: readonly Instrument[] = [
  PLACEHOLDER_SAMTALSUNDERLAG,
  PLACEHOLDER_SKATTNINGSFORMULAR,
];
