/** Names of the controls of one decision; a page may hold several. */
export const decisionName = (signalId: string): string => `decision-${signalId}`;
export const decisionTextName = (signalId: string): string => `text-${signalId}`;

/** A decision as its form sends it. Without a choice it has no words either, and is refused. */
export function readDecision(form: FormData) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const signalId = text("signalId");
  const decision = text(decisionName(signalId));
  const words = text(decisionTextName(signalId));
  return {
    filled: { signalId, decision, text: words },
    input: {
      signalId,
      version: Number(form.get("version")),
      decision: decision === "action" ? ("action" as const) : ("no_action" as const),
      text: decision === "" ? "" : words,
    },
  };
}
