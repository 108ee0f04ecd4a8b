const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * What people say instead of a name, "K7M-2QX", from the random part of the child's id: no order can be read
 * from it and no letter is mistaken for a digit.
 */
export function caseNumberOf(childId: string): string {
  let rest = Number.parseInt(childId.slice(-8), 16);
  let text = "";
  for (let place = 0; place < 6; place += 1) {
    text += LETTERS.charAt(rest % LETTERS.length);
    rest = Math.floor(rest / LETTERS.length);
  }
  return `${text.slice(0, 3)}-${text.slice(3)}`;
}
