import type { LoginPurpose } from "./attempt.ts";
import type { LoginClient } from "./login-config.ts";

/** The levels of assurance that are enough, the lowest first. */
export function acceptedLevels(
  { order, least, stepUp }: LoginClient["acr"],
  purpose: LoginPurpose,
): readonly string[] {
  const needed = purpose === "step_up" ? (stepUp ?? least) : least;
  return order.slice(order.indexOf(needed));
}
