// A table of thousands of rows: only those that are seen are in the document.
import { el, fill } from "../dom";
import type { Studio } from "../view";
import { points } from "../cards/grid";
import { columns, status, type Column, type ColumnName, type Names, type Row, type Sorting } from "./rows";

/** How many rows stand in the document above and below those that are seen. */
const margin = 12;

export class Table {
  readonly element: HTMLElement;
  private readonly head = el("thead", {});
  private readonly body = el("tbody", {});
  private readonly cols = el("colgroup", {});
  private readonly above = el("tr", { class: "rest", "aria-hidden": "true" });
  private readonly below = el("tr", { class: "rest", "aria-hidden": "true" });
  private readonly table = el("table", { class: "entries" }, el("caption", { class: "unseen" }, "Entries"), this.cols, this.head, this.body);
  private readonly made = new Map<number, HTMLTableRowElement>();
  private rows: Row[] = [];
  private names!: Names;
  private shown: Column[] = [];
  private sorting: Sorting = { down: false };
  private rowHeight = 0;

  constructor(private readonly studio: Studio, private readonly sort: (by: ColumnName) => void) {
    this.element = el("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": "Table of entries", onscroll: () => this.fillWindow() }, this.table);
    this.body.addEventListener("keydown", (e) => this.key(e));
    new ResizeObserver(() => this.fillWindow()).observe(this.element);
  }

  show(rows: Row[], names: Names, hidden: Set<ColumnName>, sorting: Sorting): void {
    this.rows = rows;
    this.names = names;
    this.sorting = sorting;
    this.shown = columns.filter((c) => !hidden.has(c.name));
    const focus = this.focused();
    fill(this.cols, ...this.shown.map((c) => el("col", { "data-column": c.name })));
    for (const [i, c] of this.shown.entries()) if (c.width) (this.cols.children[i] as HTMLElement).style.width = c.width + "rem";
    this.table.style.minWidth = this.shown.reduce((sum, c) => sum + (c.width || 10), 0) + "rem";
    fill(this.head, el("tr", { "aria-rowindex": 1 }, ...this.shown.map((c) => this.header(c))));
    this.table.setAttribute("aria-rowcount", String(rows.length + 1));
    for (const r of this.made.values()) r.remove();
    this.made.clear();
    this.body.replaceChildren(this.above, this.below);
    this.fillWindow();
    if (focus) this.focus(focus.row, focus.column);
  }

  private header(c: Column): HTMLElement {
    const now = this.sorting.column === c.name ? (this.sorting.down ? "descending" : "ascending") : "none";
    const sign = { ascending: " ↑", descending: " ↓", none: "" }[now];
    return el("th", { scope: "col", "aria-sort": now, class: c.number ? "number" : "" },
      el("button", { type: "button", "data-sort": c.name, onclick: () => this.sort(c.name) }, c.title, el("span", { "aria-hidden": "true" }, sign)));
  }

  /** Makes the rows that are seen, and takes away those that are not. */
  private fillWindow(): void {
    const height = this.measure();
    if (height === 0) return;
    const top = this.element.scrollTop, seen = this.element.clientHeight;
    const first = Math.max(0, Math.floor(top / height) - margin);
    const last = Math.min(this.rows.length, Math.ceil((top + seen) / height) + margin);
    for (const [i, r] of this.made) {
      if (i < first || i >= last) {
        if (r.contains(document.activeElement)) this.element.focus({ preventScroll: true });
        r.remove();
        this.made.delete(i);
      }
    }
    let before: Element = this.above;
    for (let i = first; i < last; i++) {
      let r = this.made.get(i);
      if (!r) {
        r = this.row(i);
        this.made.set(i, r);
        before.after(r);
      }
      before = r;
    }
    this.above.style.height = first * height + "px";
    this.below.style.height = (this.rows.length - last) * height + "px";
  }

  /** Returns the height of a row, which is the same for all. */
  private measure(): number {
    if (this.rows.length === 0 || this.element.clientHeight === 0) return 0;
    if (this.rowHeight === 0) {
      const probe = this.row(0);
      this.above.after(probe);
      this.rowHeight = probe.getBoundingClientRect().height;
      probe.remove();
    }
    return this.rowHeight;
  }

  private row(i: number): HTMLTableRowElement {
    const r = this.rows[i]!;
    return el("tr", { "aria-rowindex": i + 2, "data-row": i, class: r.entry.draft ? "draft" : "" }, ...this.shown.map((c) =>
      el(c.name === "maxim" ? "th" : "td", { scope: c.name === "maxim" && "row", class: c.number ? "number" : "", "data-column": c.name }, el("div", { class: "cell" }, this.cell(r, c)))));
  }

  private cell(r: Row, c: Column): HTMLElement | string {
    const e = r.entry;
    switch (c.name) {
      case "maxim":
        return el("a", { href: e.page ? "#pages/" + e.page : "#cards/" + encodeURIComponent(e.id), title: e.maxim, class: "maxim", dir: "auto" }, e.maxim || e.id);
      case "kind":
        return this.names.kind(e);
      case "themes":
        return this.names.themes(e);
      case "audience":
        return this.names.audience(e);
      case "words":
        return String(e.words);
      case "gloss":
        return e.gloss ? e.gloss.toLocaleString("en") : "–";
      case "card":
        return e.noCard ? "–" : el("a", { href: "#cards/" + encodeURIComponent(e.id), "aria-label": "Card" + (r.size ? ", " + points(r.size) : "") }, r.size ? points(r.size) : "Card");
      case "page":
        return e.page ? el("a", { href: "#pages/" + e.page, "aria-label": "Page " + e.folio }, e.folio ?? "") : "–";
      case "comments":
        return e.comments ? el("a", { href: "#comments/" + e.comment, "aria-label": `${e.comments} open, show` }, String(e.comments)) : "–";
      case "status":
        return el("span", {}, ...status(r).flatMap((s, i) => [i > 0 && ", ", el("span", { class: s.bad ? "bad" : "" }, s.text)]));
      case "at": {
        const at = e.at;
        return at ? el("button", { type: "button", title: "Open in editor", onclick: () => this.studio.edit(at) }, `${at.file.replace(/^manuscript\//, "")}:${at.line}`) : "";
      }
    }
  }

  /** Goes from row to row by the arrow keys, in the same column. */
  private key(e: KeyboardEvent): void {
    const at = this.focused();
    if (!at || e.ctrlKey || e.metaKey || e.altKey) return;
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.rowHeight) - 2);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -this.rows.length, End: this.rows.length };
    const step = steps[e.key];
    if (step === undefined) return;
    e.preventDefault();
    this.focus(Math.max(0, Math.min(this.rows.length - 1, at.row + step)), at.column);
  }

  private focused(): { row: number; column: number } | undefined {
    const a = document.activeElement, r = a?.closest("tr[data-row]") as HTMLElement | null;
    if (!a || !r || !this.body.contains(r)) return undefined;
    return { row: Number(r.dataset.row), column: [...r.children].indexOf(a.closest("th, td")!) };
  }

  private focus(row: number, column: number): void {
    if (this.rows.length === 0) return;
    row = Math.min(row, this.rows.length - 1);
    const top = row * this.rowHeight, room = this.element.clientHeight - this.head.offsetHeight;
    if (top < this.element.scrollTop) this.element.scrollTop = top;
    else if (top + this.rowHeight > this.element.scrollTop + room) this.element.scrollTop = top + this.rowHeight - room;
    this.fillWindow();
    const cells = this.made.get(row)?.children;
    const target = cells?.[column]?.querySelector<HTMLElement>("a, button") ?? cells?.[0]?.querySelector<HTMLElement>("a, button");
    target?.focus({ preventScroll: true });
  }
}
