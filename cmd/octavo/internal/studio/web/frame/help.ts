// The keys of the studio, and of the view that is shown.
import { el, fill } from "../dom";
import type { View } from "../view";
import { dialog } from "./dialog";
import { letterKeys, setLetterKeys, type Key } from "./keys";

const everywhere: Key[] = [
  { keys: "Ctrl K  or  /", does: "Go to a page, a chapter, an entry or a view" },
  { keys: "1 … 9", does: "Show a view, in the order of their names above" },
  { keys: "?", does: "Show these keys" },
  { keys: "Esc", does: "Close what is open" },
];

/** Returns what shows the help for a view. */
export function help(): (view: View | undefined) => void {
  const list = el("div", { class: "keys" });
  const letters = el("input", { type: "checkbox", id: "letter-keys", onchange: () => setLetterKeys(letters.checked) });
  const box = dialog("Keys", "help", list,
    el("p", { class: "check" }, letters, el("label", { for: "letter-keys" }, "Single keys without Ctrl do something")));
  return (view) => {
    letters.checked = letterKeys();
    fill(list, table("Everywhere", everywhere), view?.keys?.length ? table(view.title, view.keys) : null);
    box.showModal();
  };
}

function table(title: string, keys: Key[]): HTMLElement {
  return el("section", {}, el("h3", {}, title),
    el("dl", {}, ...keys.flatMap((k) => [el("dt", {}, k.keys), el("dd", {}, k.does)])));
}
