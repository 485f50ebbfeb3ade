// Places of the book that one can go to, by a folio, a number, or words of a title.
import { get, path, type Look } from "../api";
import { el, fill } from "../dom";

/** A place of the book; see target in find.go. */
interface Target {
  title: string;
  kind: "page" | "chapter" | "entry";
  page: number;
  label: string;
}

/** Returns the places that words mean, the likeliest first: "iv", "12", "#30", words of a chapter's or an entry's title. */
export function find(query: string, look: Look, signal?: AbortSignal): Promise<Target[]> {
  return query.trim() ? get<Target[]>(path("/api/find", { ...look, q: query }), signal) : Promise.resolve([]);
}

/** A box that goes to places, with what it offers under it. */
export class FindBox {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly list = el("ul", { id: "found", role: "listbox", "aria-label": "Places", hidden: true });
  private found: Target[] = [];
  private at = -1;
  private resting = "";

  constructor(private readonly look: () => Look, private readonly go: (page: number) => void) {
    this.input = el("input", { type: "text", role: "combobox", "aria-label": "Go to page, chapter or entry", "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
      oninput: () => void this.ask(), onfocus: () => this.input.select(), onblur: () => this.close(), onkeydown: (e: KeyboardEvent) => this.key(e) });
    this.element = el("div", { class: "find" }, this.input, this.list);
  }

  /** Shows which page is seen. */
  rest(label: string): void {
    this.resting = label;
    if (document.activeElement !== this.input) this.input.value = label;
  }

  focus(): void {
    this.input.focus();
  }

  private async ask(): Promise<void> {
    const q = this.input.value;
    const found = await find(q, this.look()).catch(() => []);
    if (q !== this.input.value || document.activeElement !== this.input) return;
    this.found = found;
    this.at = found.length ? 0 : -1;
    const none = q.trim() && !found.length ? el("li", { class: "none" }, "No such page, chapter or entry") : undefined;
    fill(this.list, none, ...found.map((t, i) => el("li", { id: "found-" + i, role: "option", onpointerdown: (e: Event) => {
      e.preventDefault();
      this.choose(i);
    } }, el("span", {}, t.title), el("span", { class: "folio" }, t.label))));
    this.mark();
    this.list.hidden = !q.trim();
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
  }

  private mark(): void {
    [...this.list.children].forEach((e, i) => e.setAttribute("aria-selected", String(i === this.at)));
    if (this.at >= 0) {
      this.input.setAttribute("aria-activedescendant", "found-" + this.at);
      this.list.children[this.at]?.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  private key(e: KeyboardEvent): void {
    if ((e.key === "ArrowDown" || e.key === "ArrowUp") && this.found.length) {
      e.preventDefault();
      this.at = (this.at + (e.key === "ArrowDown" ? 1 : -1) + this.found.length) % this.found.length;
      this.mark();
    } else if (e.key === "Enter") {
      e.preventDefault();
      void this.enter();
    } else if (e.key === "Escape") {
      this.input.value = this.resting;
      this.input.blur();
    }
  }

  private async enter(): Promise<void> {
    if (this.list.hidden || !this.found.length) await this.ask();
    if (this.at >= 0) this.choose(this.at);
  }

  private choose(i: number): void {
    const t = this.found[i];
    if (!t) return;
    this.input.blur();
    this.go(t.page);
  }

  private close(): void {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.found = [];
    this.input.value = this.resting;
  }
}
