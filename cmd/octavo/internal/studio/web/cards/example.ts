// What an entry is, for books that have none.
import { el } from "../dom";

const example = `## Fish where the fish are.
+++
kind = "meme"
themes = ["prospecting"]
+++

Ask every customer you are glad to have where
they were before they found you.`;

/** Returns what is shown where a book has no entries; why says what is missing here. */
export function noEntries(why: string): HTMLElement {
  return el("div", { class: "none" },
    el("h2", {}, why),
    el("p", {}, "An entry is a heading with a short block of settings under it. The heading is a maxim: it stands on the front of a card. The text that follows is its gloss, for the back."),
    el("pre", { tabindex: 0, role: "region", "aria-label": "An example of an entry" }, example),
    el("p", {}, "Write one like this into a chapter and save it. It appears here at once."));
}
