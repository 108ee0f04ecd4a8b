import { onDestroy, onMount } from "svelte";
import { beforeNavigate, goto } from "$app/navigation";
import type { DraftAutosave } from "./autosave.svelte.ts";

/**
 * Nothing typed is left behind: leaving the form waits for the last save, closing the window asks first, and a
 * network or a login that is back is used at once. Call while a component is made.
 */
export function keepUnsaved(saving: DraftAutosave): void {
  beforeNavigate((navigation) => {
    const { from, to, willUnload } = navigation;
    const staysInForm = to !== null && from?.url.pathname === to.url.pathname && !willUnload;
    if (staysInForm || !saving.isUnsaved) return;
    navigation.cancel();
    if (willUnload || to === null) return;
    void saving.flush().then((isSaved) => {
      if (isSaved) void goto(to.url);
      else saving.isHeldBack = true;
    });
  });
  onMount(() => {
    const retry = () => {
      if (saving.isUnsaved) void saving.flush();
    };
    window.addEventListener("online", retry);
    window.addEventListener("focus", retry);
    return () => {
      window.removeEventListener("online", retry);
      window.removeEventListener("focus", retry);
    };
  });
  onDestroy(() => saving.end());
}
