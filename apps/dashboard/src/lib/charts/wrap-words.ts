/**
 * Breaks a text into lines of at most so many characters, at spaces. A single longer word gets a line of its own.
 * An empty text has no lines.
 */
export function wrapWords(text: string, charactersPerLine: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= charactersPerLine) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
