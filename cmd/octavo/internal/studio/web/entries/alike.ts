// Pairs of entries whose maxims are nearly alike, side by side.
import { count, el } from "../dom";
import type { Studio } from "../view";
import type { Alike, Entry } from "./rows";

/** A run of words that both maxims have, or only this one. */
interface Run {
  text: string;
  own: boolean;
}

/** Returns the words of a as runs that b has too, in their order, and that it has not. */
function compare(a: string, b: string): Run[] {
  const x = a.split(/\s+/).filter(Boolean), y = b.split(/\s+/).filter(Boolean);
  const same = (s: string): string => s.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const length: number[][] = Array.from({ length: x.length + 1 }, () => new Array<number>(y.length + 1).fill(0));
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) {
      length[i]![j] = same(x[i]!) === same(y[j]!) ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
    }
  }
  const out: Run[] = [];
  const add = (text: string, own: boolean): void => {
    const last = out[out.length - 1];
    if (last?.own === own) last.text += " " + text;
    else out.push({ text, own });
  };
  for (let i = 0, j = 0; i < x.length; ) {
    if (j < y.length && same(x[i]!) === same(y[j]!)) {
      add(x[i++]!, false);
      j++;
    } else if (j < y.length && length[i]![j + 1]! > length[i + 1]![j]!) j++;
    else add(x[i++]!, true);
  }
  return out;
}

/** Returns the pairs of a book. */
export function pairs(studio: Studio, all: Alike): HTMLElement {
  if (all.pairs.length === 0) return el("p", { class: "no-pairs" }, "No two maxims are nearly alike.");
  return el("div", {}, el("ol", { class: "alike", "aria-label": "Maxims that are nearly alike" }, ...all.pairs.map((p) =>
    el("li", {}, el("p", { class: "share" }, p.share === 1 ? "The same" : `${Math.floor(p.share * 100)} % alike`), side(studio, p.first, p.second), side(studio, p.second, p.first)))),
    all.more > 0 && el("p", {}, `… and ${count(all.more, "pair")} more that are less alike.`));
}

function side(studio: Studio, e: Entry, other: Entry): HTMLElement {
  const words = compare(e.maxim, other.maxim).flatMap((r, i) => [i > 0 && " ", r.own ? el("mark", {}, r.text) : r.text]);
  return el("div", {}, el("p", { class: "words", lang: "" }, ...words),
    el("p", { class: "where" }, e.page ? el("a", { href: "#pages/" + e.page }, "Page " + e.folio) : "On no page",
      " · ", e.at && el("button", { type: "button", onclick: () => studio.edit(e.at!) }, `${e.at.file}:${e.at.line}`)));
}
