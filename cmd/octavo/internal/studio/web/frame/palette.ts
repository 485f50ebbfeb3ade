// "Go to": one box for pages, chapters, entries, views and the studio's own switches.
import { el, fill } from "../dom";
import { find } from "../pages/find";
import { dialog } from "./dialog";

/** Something that one can go to. */
export interface Hit {
  title: string;
  detail: string;
  go(): void;
}

/** Returns what opens the box. Fixed hits are offered beside the places of the book. */
export function palette(fixed: () => Hit[], showPage: (n: number) => void): () => void {
  let hits: Hit[] = [];
  let at = 0;
  let asking: AbortController | undefined;
  const list = el("div", { role: "listbox", id: "goto-list", "aria-label": "Places" });
  const none = el("p", { class: "quiet", role: "status" });
  const input = el("input", {
    type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": "goto-list", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
    "aria-label": "Page, chapter, entry or view", placeholder: "Page, chapter, entry or view", oninput: () => void ask(),
  });
  const box = dialog("Go to", "goto", input, list, none);
  box.addEventListener("close", () => asking?.abort());

  const choose = (i: number): void => {
    const hit = hits[i];
    if (!hit) return;
    box.close();
    hit.go();
  };
  const mark = (i: number): void => {
    at = i;
    [...list.children].forEach((o, k) => o.setAttribute("aria-selected", String(k === i)));
    const chosen = list.children[i];
    if (chosen) {
      input.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const offer = (all: Hit[], q: string): void => {
    hits = all;
    fill(list, ...all.map((h, i) => el("div", { role: "option", id: "goto-" + i, onclick: () => choose(i) },
      el("span", { dir: "auto" }, h.title), el("span", { class: "quiet" }, h.detail))));
    fill(none, all.length ? "" : `Nothing in the book is called “${q}”`);
    list.hidden = !all.length;
    mark(0);
  };
  const ask = async (): Promise<void> => {
    asking?.abort();
    const mine = (asking = new AbortController());
    const q = input.value.trim();
    const own = fixed().filter((h) => matches(h.title, q));
    if (!q) return offer(own, q);
    const places = await find(q, {}, mine.signal).catch(() => []);
    if (mine.signal.aborted) return;
    offer([...places.map((p) => ({ title: p.title, detail: p.kind === "page" ? "" : `${p.kind}, page ${p.label}`, go: () => showPage(p.page) })), ...own], q);
  };
  input.addEventListener("keydown", (e) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step && hits.length) mark((at + step + hits.length) % hits.length);
    else if (e.key === "Enter") choose(at);
    else return;
    e.preventDefault();
  });
  return () => {
    input.value = "";
    void ask();
    box.showModal();
    input.focus();
  };
}

/** Reports whether every word of a query begins a word of a title. */
function matches(title: string, q: string): boolean {
  const words = title.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return q.toLowerCase().split(/\s+/).every((w) => words.some((t) => t.startsWith(w)));
}
