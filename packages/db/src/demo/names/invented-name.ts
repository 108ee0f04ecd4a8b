import type { Draw } from "../draw.ts";

/**
 * Names that no real person carries, by design: a known beginning and a made-up ending. None of the endings
 * below closes a Swedish given name or family name, so the whole is not one either, however familiar its
 * first half sounds ("Tuv" + "arle", "Gran" + "verle"). Nothing was taken from a list of real people.
 */
const GIVEN_STARTS = [
  ..."Alm Bel Dav El Fil Gull Han Id Jol Kal Lov Mil Nor Ol Pel Rik Sig Tuv Vil Yr As Em Iv Lin Mar Sol Tin".split(
    " ",
  ),
];
const GIVEN_ENDINGS = ["umi", "arle", "ejla", "ovi", "iske", "ulje", "yri", "ombe"];

const FAMILY_STARTS = [
  ..."Alm Ask Björk Dal Ek Fjäll Gran Hav Hed Klöver Lind Ljung Mo Norr Rönn Sjö Sten Strand Säv Tall Vik Äng Ö".split(
    " ",
  ),
];
const FAMILY_ENDINGS = ["verle", "issle", "unnert", "ymle", "ejde", "olke", "umbe"];

export function inventGivenName(draw: Draw): string {
  return draw.pick(GIVEN_STARTS) + draw.pick(GIVEN_ENDINGS);
}

export function inventFamilyName(draw: Draw): string {
  return draw.pick(FAMILY_STARTS) + draw.pick(FAMILY_ENDINGS);
}

export function listInventedGivenNames(): string[] {
  return GIVEN_STARTS.flatMap((start) => GIVEN_ENDINGS.map((ending) => start + ending));
}

export function listInventedFamilyNames(): string[] {
  return FAMILY_STARTS.flatMap((start) => FAMILY_ENDINGS.map((ending) => start + ending));
}
