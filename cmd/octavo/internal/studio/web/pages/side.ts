// The panel at the side: all pages small, or the contents.
import { el, fill } from "../dom";
import type { Pages } from "./book";
import { draw, prepare } from "./draw";
import { rowOf, rowsOf, type Row } from "./spreads";

/** The width of a small page, and of what stands under it, in CSS pixels. */
const small = 74, under = 26;

/** All pages small. Only those that can be seen are there: a book may have thousands. */
export class Thumbnails {
  readonly element: HTMLElement;
  private readonly roll = el("div", { class: "roll" });
  private rows: Row[] = [];
  private readonly shown = new Map<number, HTMLElement>();
  private queue: { row: number; draw: () => Promise<void> }[] = [];
  private busy = false;
  private at = 1;
  private waiting = 0;

  constructor(private readonly pages: Pages, private readonly go: (page: number) => void) {
    this.element = el("nav", { class: "thumbs", "aria-label": "All pages" }, this.roll);
    this.element.addEventListener("scroll", () => {
      cancelAnimationFrame(this.waiting);
      this.waiting = requestAnimationFrame(() => this.fill());
    }, { passive: true });
    this.element.addEventListener("keydown", (e) => this.key(e));
    new ResizeObserver(() => this.fill()).observe(this.element);
  }

  private get step(): number {
    return (small * this.pages.layout.height) / this.pages.layout.width + under;
  }

  /** Lays the pages out anew, or draws them anew. */
  reset(): void {
    this.rows = rowsOf(this.pages.layout, true);
    this.clear();
    this.roll.style.height = this.rows.length * this.step + "px";
    this.fill();
  }

  private clear(): void {
    for (const e of this.shown.values()) e.remove();
    this.shown.clear();
    this.queue = [];
  }

  /** Shows which page is looked at. */
  mark(page: number): void {
    this.at = page;
    for (const b of this.roll.querySelectorAll("button")) this.state(b as HTMLElement);
    if (!this.element.clientHeight) return;
    const top = this.rowOf(page) * this.step;
    if (top < this.element.scrollTop || top + this.step > this.element.scrollTop + this.element.clientHeight) this.element.scrollTop = top - this.element.clientHeight / 2 + this.step / 2;
    this.fill();
  }

  private rowOf(page: number): number {
    return rowOf(page, this.pages.layout.facing);
  }

  private state(b: HTMLElement): void {
    const here = Number(b.dataset.page) === this.at;
    b.tabIndex = here ? 0 : -1;
    if (here) b.setAttribute("aria-current", "page");
    else b.removeAttribute("aria-current");
  }

  private fill(): void {
    const h = this.element.clientHeight;
    if (!h) return;
    const first = Math.max(0, Math.floor(this.element.scrollTop / this.step) - 1), last = Math.min(this.rows.length - 1, Math.ceil((this.element.scrollTop + h) / this.step));
    for (const [row, e] of this.shown) {
      if (row >= first && row <= last) continue;
      e.remove();
      this.shown.delete(row);
    }
    for (let row = first; row <= last; row++) {
      if (!this.shown.has(row)) this.make(row);
    }
  }

  private make(row: number): void {
    const e = el("div", { class: "pair", dir: "ltr" }, ...this.rows[row]!.map((n) => (n ? this.small(n, row) : el("span", { class: "nothing" }))));
    e.style.top = row * this.step + "px";
    this.shown.set(row, e);
    this.roll.append(e);
  }

  private small(n: number, row: number): HTMLElement {
    const label = this.pages.layout.pages[n - 1]!.label;
    const canvas = el("canvas", { "aria-hidden": "true" });
    canvas.style.height = this.step - under + "px";
    const b = el("button", { type: "button", "data-page": n, "aria-label": "Page " + label, onclick: () => this.go(n) }, canvas, el("span", { class: "folio", "aria-hidden": "true" }, label));
    this.state(b);
    this.queue.push({ row, draw: async () => {
      if (!b.isConnected) return;
      const { data } = await this.pages.page(n);
      const scale = (small / data.width) * devicePixelRatio;
      await prepare(data, scale);
      draw(canvas, data, scale);
    } });
    void this.work();
    return b;
  }

  /** Draws one page after the other: those in the middle of what is seen come first. */
  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    while (this.queue.length) {
      await new Promise((r) => setTimeout(r, 8));
      const middle = (this.element.scrollTop + this.element.clientHeight / 2) / this.step - 0.5;
      this.queue.sort((a, b) => Math.abs(b.row - middle) - Math.abs(a.row - middle));
      await this.queue.pop()?.draw().catch(() => undefined);
    }
    this.busy = false;
  }

  private key(e: KeyboardEvent): void {
    const step = { ArrowDown: 2, ArrowUp: -2, ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!step) return;
    e.preventDefault();
    e.stopPropagation();
    const n = Math.max(1, Math.min(this.pages.layout.pages.length, this.at + step));
    this.go(n);
    this.roll.querySelector<HTMLElement>(`[data-page="${n}"]`)?.focus({ preventScroll: true });
  }
}

/** The contents: parts, chapters, sections and entries, with their folios. */
export class Contents {
  readonly element = el("nav", { class: "contents", "aria-label": "Contents" });
  private made: unknown;

  constructor(private readonly pages: Pages, private readonly go: (page: number) => void) {}

  reset(): void {
    const all = this.pages.layout.contents;
    if (this.made === all) return;
    this.made = all;
    if (!all.length) {
      fill(this.element, el("p", { class: "none" }, "The book has no headings yet"));
      return;
    }
    fill(this.element, el("ul", {}, ...all.map((h) => el("li", { class: "level-" + Math.min(h.level, 3) },
      el("a", { href: "#pages/" + h.page, "data-page": h.page, onclick: (e: Event) => {
        e.preventDefault();
        this.go(h.page);
      } }, el("span", {}, h.title), el("span", { class: "folio" }, this.pages.layout.pages[h.page - 1]?.label ?? ""))))));
  }

  /** Shows where one is: at the last heading before the end of the pages that are seen. */
  mark(page: number): void {
    const all = [...this.element.querySelectorAll("a")];
    const here = all.filter((a) => Number(a.dataset.page) <= page).pop() ?? all[0];
    for (const a of all) a.removeAttribute("aria-current");
    here?.setAttribute("aria-current", "true");
    if (this.element.clientHeight) here?.scrollIntoView({ block: "nearest" });
  }
}
