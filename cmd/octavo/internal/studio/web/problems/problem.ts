// One problem: what it is, where, and what to do.
import { get } from "../api";
import { el, fill } from "../dom";
import type { Studio } from "../view";
import { offerFix } from "../parts/change";
import { named, showPlace, ways, type OnPage } from "../parts/place";
import { button, reason, sentence } from "../parts/words";

/** A diagnostic; see trouble in problems.go. */
export interface Trouble {
  id: string;
  severity: "error" | "warning" | "note";
  code: string;
  message: string;
  notes: string[];
  deck?: boolean;
  file?: string;
  line?: number;
  column?: number;
  source?: { before: string; marked: string; after: string };
  on?: OnPage;
  mends?: boolean;
}

interface Explanation {
  code: string;
  severity: string;
  about: string;
  example?: string;
  silence?: string;
}

/** Returns the element of a problem. */
export function problemElement(studio: Studio, t: Trouble): HTMLElement {
  const place = t.file ? { file: t.file, line: t.line ?? 1, column: t.column ?? 1 } : undefined;
  const fix = el("div", { class: "fix" });
  const acts = el("div", { class: "acts" });
  if (place) acts.append(...ways(studio, place, t.on));
  if (t.mends) acts.append(button("Fix …", () => void offerFix(studio, t.id, fix)));
  const open = (): void => {
    if (!place) return;
    if (t.on) showPlace(studio, place);
    studio.edit(place);
  };
  const what = place ? button(sentence(t.message), open, { class: "link what", title: "Open the page and the editor" }) : el("span", { class: "what" }, sentence(t.message));
  return el("li", { class: "problem " + t.severity },
    el("p", { class: "head" }, el("span", { class: "severity" }, t.severity), " ", what,
      t.deck && el("span", { class: "quiet" }, " The book can be made; the cards cannot."),
      place && el("span", { class: "where" }, named(place))),
    t.source && el("p", { class: "source", dir: "auto" }, t.source.before, el("mark", {}, t.source.marked || "\u00a0"), t.source.after),
    ...t.notes.map((n) => el("p", { class: "help" }, sentence(n))),
    el("div", { class: "foot" }, acts, explanation(t.code)), fix);
}

/** Returns what a code means, which is fetched when it is opened. */
function explanation(code: string): HTMLElement {
  const text = el("div", { class: "explained" });
  const box = el("details", { class: "explain" }, el("summary", {}, "What is this?"), text);
  box.addEventListener("toggle", () => {
    if (!box.open || text.childNodes.length > 0) return;
    get<Explanation>("/api/explain/" + encodeURIComponent(code)).then((e) => fill(text,
      el("p", {}, sentence(e.about) + "."),
      e.example && el("p", { class: "quiet" }, "For example:"), e.example && el("pre", {}, e.example),
      e.silence && el("p", { class: "quiet" }, "If it does not suit your book, silence it in book.toml:"), e.silence && el("pre", {}, e.silence),
      el("p", { class: "quiet" }, "Its name is " + e.code)), (e: unknown) => fill(text, el("p", { class: "bad" }, reason(e))));
  });
  return box;
}
