import { createHash, randomInt } from "node:crypto";

/** No letter that is mistaken for a digit. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;
const FINDER = 4;

/** A letter's code, "K7MQ-2QXB-9WVT-HA3D": four characters find it, twelve prove it (59 bits). */
export interface InvitationCode {
  readonly text: string;
  readonly finder: string;
  readonly secretHash: string;
}

export function newInvitationCode(): InvitationCode {
  const letters = Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");
  return toCode(letters);
}

/** As somebody writes it: small letters, spaces and dashes as they like. Null when it cannot be a code. */
export function readInvitationCode(written: string): InvitationCode | null {
  const letters = written.toUpperCase().replace(/[\s-]/g, "");
  const isCode = letters.length === LENGTH && [...letters].every((letter) => LETTERS.includes(letter));
  return isCode ? toCode(letters) : null;
}

function toCode(letters: string): InvitationCode {
  return {
    text: letters.replace(/(.{4})(?=.)/g, "$1-"),
    finder: letters.slice(0, FINDER),
    secretHash: createHash("sha256").update(letters).digest("hex"),
  };
}
