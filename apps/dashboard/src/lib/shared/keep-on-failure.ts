import type { SubmitFunction } from "$app/forms";

/**
 * For forms that somebody writes much in. When the answer never came (no network, a fault of ours) the page stays
 * as it is instead of giving way to an error page; when somebody else saved first, the page learns the new version.
 * @param onLost called when the answer never came, and with `false` when one did
 */
export function keepOnFailure(onLost: (isLost: boolean) => void): SubmitFunction {
  return () =>
    async ({ result, update }) => {
      const isLost = result.type === "error";
      onLost(isLost);
      if (isLost) return;
      const isOutrun = result.type === "failure" && result.status === 409;
      await update({ reset: false, refreshAll: isOutrun });
    };
}
