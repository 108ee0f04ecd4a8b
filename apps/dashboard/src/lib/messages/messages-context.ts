import { createContext } from "svelte";
import type { Messages } from "./sv/index.ts";

const [getMessages, setMessages] = createContext<() => Messages>();

export { setMessages };

/** The page's dictionary, for components below the root layout. A change of language loads the page anew. */
export const useMessages = (): Messages => getMessages()();
