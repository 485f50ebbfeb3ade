// Keys of the whole page. Keys of one letter can be switched off, for those who speak to their computer or hit keys by accident.
import { remember, remembered } from "./store";

/** A key or keys, and what they do. */
export interface Key {
  keys: string;
  does: string;
}

const off = "off";

/** Reports whether keys of one letter do something. */
export function letterKeys(): boolean {
  return remembered("keys") !== off;
}

/** Switches keys of one letter on or off. */
export function setLetterKeys(on: boolean): void {
  remember("keys", on ? "" : off);
}

/** Reports whether a key that was pressed is meant for the page: no modifier is held, and nobody writes or answers a question. */
export function forPage(e: KeyboardEvent): boolean {
  if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || document.querySelector("dialog[open]")) return false;
  if (e.key.length === 1 && e.key !== " " && !letterKeys()) return false;
  const [inmost] = e.composedPath(); // the editor stands in a tree of its own
  const on = inmost instanceof Element ? inmost : document.body;
  return !on.closest("input, textarea, select, [contenteditable], [role=listbox], [role=grid]");
}
