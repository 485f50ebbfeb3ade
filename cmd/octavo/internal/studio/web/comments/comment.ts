// One comment: what a reader said of which words, and what the author does about it.
import { post } from "../api";
import { el, fill } from "../dom";
import type { Studio } from "../view";
import { offer, type Done, type Preview } from "../parts/change";
import { named, ways } from "../parts/place";
import { button, complain, sentence } from "../parts/words";
import { outcomes, type Comment, type Outcome } from "./types";

/** Shows what accepting readers' changes would write into the manuscript. */
export function offerChange(studio: Studio, ask: { ids: string[]; words?: string; why?: string }, where: HTMLElement): Promise<void> {
  return offer(studio, {
    preview: () => post<Preview>("/api/comments/preview", ask),
    make: (token) => post<Done>("/api/comments/accept", { ...ask, token }),
    label: (n) => (ask.ids.length > 1 ? `Write ${n} changes` : "Write it into the manuscript"),
    made: (n) => (n === 1 ? "The change is in the manuscript. Undo takes it back." : `${n} changes are in the manuscript. Undo takes them back.`),
  }, where);
}

/** Where a comment is shown: in the list of all, or at its line on a page. */
type ShownIn = "list" | "page";

/** Returns the element of a comment. */
export function commentElement(studio: Studio, c: Comment, shownIn: ShownIn = "list"): HTMLElement {
  const place = c.file ? { file: c.file, line: c.line ?? 1, column: c.column ?? 1 } : undefined;
  const below = el("div", { class: "below" });
  const why = el("input", { type: "text", value: c.why ?? "", maxlength: 2000, "aria-label": "Your answer to " + c.reader, placeholder: "Your answer, if you like", autocomplete: "off" });
  const settle = (outcome: Outcome): void => {
    post<Done>("/api/comments/answer", { ids: [c.id], outcome, why: why.value }).then(() => studio.say(outcome === "open" ? "Left open" : outcomes[outcome]), (e: unknown) => complain(studio, e));
  };
  const acts = el("div", { class: "acts" });
  if (c.outcome === "open") {
    if (c.change && !c.change.refused && !c.change.stands) {
      acts.append(button("Accept …", () => void offerChange(studio, { ids: [c.id], why: why.value }, below), { class: "main" }),
        button("In other words …", () => reword(studio, c, () => why.value, below)));
    }
    if (!c.change || c.change.refused || c.change.stands) acts.append(button("Done", () => settle("taken"), { class: "main" }));
    acts.append(button("Decline", () => settle("declined")), button("Later", () => settle("open")));
  } else {
    acts.append(button("Open again", () => settle("open")), button("Save the answer", () => settle(c.outcome)));
  }
  if (shownIn === "page") acts.append(el("a", { href: "#comments/" + c.id }, "All comments"));
  else if (place) acts.append(el("span", { class: "space" }), ...ways(studio, place, c.on));
  return el("li", { class: "comment " + c.outcome, id: shownIn === "list" && "comment-" + c.id },
    el("p", { class: "head" }, el("strong", {}, c.reader), el("span", { class: "quiet" }, whereOf(c)), el("span", { class: "state" }, outcomes[c.outcome])),
    quote(c), ...said(c), c.change && shown(c), c.fate && el("p", { class: "quiet" }, sentence(c.fate)),
    why, acts, below);
}

function whereOf(c: Comment): string {
  const copy = c.folio ? `page ${c.folio}${c.row ? ", line " + c.row : ""} of the copy` : "";
  const now = c.file ? named({ file: c.file, line: c.line ?? 0, column: 1 }) : "no place in the book any more";
  return [copy, now].filter(Boolean).join(" · ");
}

/** Returns the words that the reader marked, with those around them. */
function quote(c: Comment): HTMLElement | null {
  if (!c.words && !c.before && !c.after) return null;
  return el("blockquote", { dir: "auto" }, tail(c.before), el("mark", {}, c.words || "\u2038"), head(c.after));
}

const around = 90;
function tail(s: string): string {
  return s.length > around ? "… " + s.slice(s.indexOf(" ", s.length - around) + 1) : s;
}
function head(s: string): string {
  const end = s.lastIndexOf(" ", around);
  return s.length > around ? s.slice(0, end > 0 ? end : around) + " …" : s;
}

function said(c: Comment): HTMLElement[] {
  const out = [el("p", { class: "asks", dir: "auto" }, sentence(c.asks))];
  for (const r of c.replies) out.push(el("p", { class: "reply", dir: "auto" }, el("strong", {}, r.reader), ": " + r.comment));
  if (c.files.length > 0) out.push(el("p", { class: "quiet small" }, "From " + c.files.join(" and ")));
  return out;
}

/** Returns the change that the reader wants, as the manuscript would read. */
function shown(c: Comment): HTMLElement | null {
  const k = c.change!;
  if (c.outcome !== "open") return null;
  if (k.stands) return el("p", { class: "quiet" }, "The manuscript says it already.");
  if (k.refused) return el("p", { class: "quiet" }, "It cannot be written by octavo: " + k.refused + ".");
  const text = el("p", { class: "diff-text", dir: "auto" }, ...k.shown.map((p) => p.sign === "-" ? el("del", {}, p.text) : p.sign === "+" ? el("ins", {}, p.text) : p.text));
  return el("div", {}, text, k.against && el("p", { class: "quiet" }, `${k.against} wants another change of these words; only one of them can be accepted.`));
}

/** Lets the author write other words. */
function reword(studio: Studio, c: Comment, why: () => string, below: HTMLElement): void {
  const words = el("textarea", { rows: 3, "aria-label": "Your words", dir: "auto" });
  words.value = c.change!.new;
  const preview = el("div");
  fill(below, words, el("div", { class: "acts" }, button("Show the change …", () => void offerChange(studio, { ids: [c.id], words: words.value, why: why() }, preview), { class: "main" }), button("Leave it", () => fill(below))), preview);
  words.focus();
}
