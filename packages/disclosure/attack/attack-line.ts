/** One attack: what was tried, what it gave away, and what it gave away where protection was left out. */
export interface AttackLine {
  /** By its number in docs/statistics-attacks.md: "A1" to "A15". */
  readonly attack: string;
  readonly tried: string;
  /** Must be 0. */
  readonly disclosures: number;
  /** The release made badly on purpose. */
  readonly control: string;
  /** Of the control; must be above 0, or the attack proves nothing. */
  readonly broken: number;
}

export function attackText({ attack, tried, disclosures, control, broken }: AttackLine): string {
  return `${attack.padEnd(4)} ${tried}: ${disclosures} disclosures; control (${control}): ${broken} broken`;
}

/** @returns whether every attack failed and every control was broken */
export function printAttacks(lines: readonly AttackLine[]): boolean {
  const isHeld = ({ disclosures, broken }: AttackLine) => disclosures === 0 && broken > 0;
  for (const line of lines) console.log(`${isHeld(line) ? "    " : "!!! "}${attackText(line)}`);
  return lines.every(isHeld);
}
