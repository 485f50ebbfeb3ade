// The words of the book: of each chapter, and how many were written on the last days.
import { get } from "../api";
import { count, el, fill } from "../dom";
import { reason } from "../parts/words";
import { dialog } from "./dialog";
import { readingTime } from "./status";

/** See words.go. */
interface Words {
  total: number;
  today: number;
  days: { day: string; words: number }[];
  chapters: { title: string; words: number; page: number }[];
  note?: string;
}

/** Returns what shows the words. */
export function words(showPage: (n: number) => void): () => Promise<void> {
  const inside = el("div");
  const box = dialog("Words", "words", inside);
  return async () => {
    fill(inside, el("p", { class: "quiet" }, "Counting …"));
    box.showModal();
    const w = await get<Words>("/api/words").catch(reason);
    if (typeof w === "string") return fill(inside, el("p", { class: "bad" }, w));
    fill(inside,
      el("p", {}, `${count(w.total, "word")}, ${readingTime(w.total)} to read. ${today(w.today)}`),
      w.note && el("p", { class: "quiet" }, w.note),
      days(w),
      chapters(w, (n) => {
        box.close();
        showPage(n);
      }));
  };
}

function today(n: number): string {
  if (n === 0) return "None were written today yet.";
  return n > 0 ? `${n.toLocaleString("en")} of them were written today.` : `Today the book has become ${count(-n, "word")} shorter.`;
}

/** A bar for each of the last days; a day on which the book became shorter has one below the line. */
function days(w: Words): HTMLElement {
  const most = Math.max(1, ...w.days.map((d) => Math.abs(d.words)));
  const said = w.days.filter((d) => d.words).map((d) => `${date(d.day)}: ${d.words}`).join(", ");
  return el("figure", { class: "days" },
    el("div", { role: "img", "aria-label": said ? "Words by day: " + said : "No words by day yet" },
      ...w.days.map((d) => bar(d.day, d.words, most))),
    el("figcaption", { class: "quiet" }, "The last two weeks"));
}

function bar(day: string, n: number, most: number): HTMLElement {
  const height = Math.round((Math.abs(n) / most) * 48);
  const ink = el("span", { class: n < 0 ? "down" : "up" });
  ink.style.height = (n ? Math.max(2, height) : 1) + "px";
  return el("span", { class: "day", title: `${date(day)}: ${count(n, "word")}` }, ink);
}

function date(day: string): string {
  return new Date(day + "T12:00").toLocaleDateString("en", { weekday: "short", day: "numeric", month: "short" });
}

function chapters(w: Words, showPage: (n: number) => void): HTMLElement {
  return el("table", {}, el("caption", { class: "quiet" }, "By chapter"),
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Chapter"), el("th", { scope: "col", class: "number" }, "Words"))),
    el("tbody", {}, ...w.chapters.map((c) => el("tr", {},
      el("th", { scope: "row", dir: "auto" }, c.page ? el("button", { type: "button", class: "link", onclick: () => showPage(c.page) }, c.title) : c.title),
      el("td", { class: "number" }, c.words.toLocaleString("en"))))));
}
