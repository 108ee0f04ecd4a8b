/** In the order they are looked for: the later ones' names stand in the earlier ones' too. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ["Edge", /Edg\//],
  ["Firefox", /Firefox\//],
  ["Chrome", /Chrom(e|ium)\//],
  ["Safari", /Safari\//],
];

const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ["iPad", /iPad/],
  ["iPhone", /iPhone/],
  ["Android", /Android/],
  ["ChromeOS", /CrOS/],
  ["Windows", /Windows/],
  ["Mac", /Macintosh/],
  ["Linux", /Linux/],
];

/** Browser and system by name alone, "Firefox, Windows": enough to know the own logins apart, too little to be traced. */
export function describeDevice(userAgent: string | null): string | null {
  const nameIn = (names: typeof BROWSERS) => names.find(([, mark]) => mark.test(userAgent ?? ""))?.[0];
  const known = [nameIn(BROWSERS), nameIn(SYSTEMS)].filter((name) => name !== undefined);
  return known.length === 0 ? null : known.join(", ");
}
