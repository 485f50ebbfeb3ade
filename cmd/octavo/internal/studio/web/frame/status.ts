// The status line, and the sign over the views when the pages are not those of the book as it is.
import type { Place, Summary } from "../api";
import { count, el, fill } from "../dom";
import { sentence } from "../parts/words";

/** What the status line leads to. */
export interface Leads {
  words(): void;
  go(view: string): void;
  edit(place: Place): void;
  has(view: string): boolean;
}

/** Words that are read in a minute, silently, of a text in English (Brysbaert 2019, the middle of his 238 for essays and for fiction). */
const wordsAMinute = 240;

/** Returns "2 h 14 min" for how long a text takes to read. */
export function readingTime(words: number): string {
  const minutes = Math.max(1, Math.round(words / wordsAMinute));
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Says what the book is in a line. */
export function showStatus(line: HTMLElement, book: Summary, to: Leads): void {
  const bad = book.errors > 0 || !!book.fault;
  const said = book.fault ? "cannot be read" : problems(book);
  const wrong = to.has("problems") ? el("a", { href: "#problems", class: bad ? "bad" : "" }, said) : el("span", { class: bad ? "bad" : "" }, said);
  fill(line,
    el("span", {}, count(book.pages, "page")),
    el("button", { type: "button", class: "link", onclick: () => to.words() }, count(book.words, "word")),
    book.cards > 0 && el("span", { class: "wide" }, count(book.cards, "card")),
    book.words > 0 && el("span", { class: "wide" }, readingTime(book.words) + " to read"),
    wrong,
    el("span", { class: "wide quiet end" }, `set in ${Math.max(1, Math.round(book.took))} ms`));
}

function problems(book: Summary): string {
  if (book.errors) return count(book.errors, "error") + (book.warnings ? ", " + count(book.warnings, "warning") : "");
  return book.warnings ? count(book.warnings, "warning") : "no problems";
}

/** Says over the views that pages are old, or that there are none, and why. */
export function showSign(sign: HTMLElement, book: Summary, to: Leads): void {
  const error = book.broken;
  sign.hidden = !book.fault && !error;
  if (sign.hidden) return fill(sign);
  if (book.fault) {
    return fill(sign, el("span", {}, sentence(book.fault)), book.help && el("span", {}, book.help), book.old && el("span", {}, `These are the pages of ${book.since}.`));
  }
  const where = error!.file ? `${error!.file}:${error!.line}` : "";
  fill(sign,
    el("span", {}, book.old ? `These are the pages of ${book.since}, before the error` + (where ? " in " : "") : where ? "There are no pages yet, for an error in " : "There are no pages yet",
      where && el("button", { type: "button", class: "link", onclick: () => to.edit(error!) }, where)),
    el("span", { class: "quiet", dir: "auto" }, sentence(error!.message)),
    to.has("problems") && el("a", { href: "#problems" }, "Show all problems"));
}
