import { describe, expect, test } from "vitest";
import { listInventedFamilyNames, listInventedGivenNames } from "./invented-name.ts";

/** Among the most common in Sweden, of all ages; in lower case. */
const COMMON_GIVEN = `maria anna margareta elisabeth eva birgitta kristina karin linnea ingrid marie kerstin sofia lena
  helena inger johanna emma sara katarina elin ulla monica julia hanna ida susanne malin amanda alice maja wilma ebba
  olivia vera astrid saga freja alma selma elsa agnes ella ellen signe lilly nova stella juni tuva elvira erik lars
  karl anders johan per nils jan lennart hans olof gunnar peter sven fredrik bengt bo daniel alexander mikael åke
  göran andreas stefan magnus oskar emil viktor simon filip lucas liam hugo oliver elias adam william noah axel leo
  arvid alfred nils theo albin isak ludvig sixten ali mohamed omar amir hassan fatima zahra amina leila alva tilde
  milo ture vilgot tage folke ivar sigge loke melker frank sam otto olle vidar malte love lo kim robin charlie`;

const COMMON_FAMILY = `andersson johansson karlsson nilsson eriksson larsson olsson persson svensson gustafsson
  pettersson jonsson jansson hansson bengtsson carlsson jönsson lindberg petersson magnusson lindström gustavsson
  olofsson lindgren axelsson lundberg bergström jakobsson lundgren berg fredriksson berglund sandberg mattsson
  henriksson sjöberg forsberg lindqvist danielsson lind engström håkansson eklund lundin gunnarsson fransson
  samuelsson holm bergman nyström holmberg lundqvist arvidsson björk isaksson nyberg söderberg wallin mårtensson
  lundström eliasson ali mohamed ahmed hassan nguyen granlund hedlund norberg strandberg ekström dahlberg vikström
  åberg öberg ek dahl hedberg björklund sjögren lindholm almgren granqvist ekman tallberg stenberg rönnberg`;

const words = (text: string) => new Set(text.split(/\s+/).filter((word) => word !== ""));

describe("invented names", () => {
  test("are none of the common given names, and none differs from one by a letter added or taken away", () => {
    const common = words(COMMON_GIVEN);
    const near = listInventedGivenNames().filter((name) => isNear(name.toLowerCase(), common));
    expect(near).toEqual([]);
  });

  test("are none of the common family names", () => {
    const common = words(COMMON_FAMILY);
    const near = listInventedFamilyNames().filter((name) => isNear(name.toLowerCase(), common));
    expect(near).toEqual([]);
  });

  test("are enough for nine hundred children to have a face of their own", () => {
    expect(new Set(listInventedGivenNames()).size).toBeGreaterThan(200);
    expect(new Set(listInventedFamilyNames()).size).toBeGreaterThan(150);
  });
});

function isNear(name: string, common: ReadonlySet<string>): boolean {
  const shorter = [...name].map((_, index) => name.slice(0, index) + name.slice(index + 1));
  const isOneMore = [...common].some((word) =>
    [...word].some((_, index) => word.slice(0, index) + word.slice(index + 1) === name),
  );
  return common.has(name) || shorter.some((part) => common.has(part)) || isOneMore;
}
