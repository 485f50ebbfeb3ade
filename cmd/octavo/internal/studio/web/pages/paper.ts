// One page on the screen: its ink, the lines that can be read and selected, and what is said of them.
import { el } from "../dom";
import type { Layout, LineMark, PageData } from "./book";
import { draw, prepare, type Area } from "./draw";
import { overlay, type OverlayName } from "./overlays";
import { spineOf } from "./spreads";

/** What a page tells the view that it stands in. */
export interface Listener {
  /** A point of the page was selected, in points from its upper left corner; line is the line there, -1 for none. */
  pick(paper: Paper, x: number, y: number, line: number): void;
  /** A mark at a line was selected. */
  mark(paper: Paper, mark: LineMark): void;
}

/** The most pixels of a canvas. Of a page that is larger only what can be seen is drawn, with some room around it. */
const mostPixels = 9_000_000;

/** CSS pixels a point at 100 %. */
export const pointSize = 96 / 72;

export class Paper {
  readonly element: HTMLElement;
  data: PageData | undefined;
  private readonly canvas = el("canvas", { "aria-hidden": "true" });
  private readonly lines: HTMLElement;
  private readonly marks = el("div", { class: "marks" });
  private remarks: LineMark[] = [];
  private over: SVGSVGElement | undefined;
  private scale = 1; // CSS pixels a point
  private drawn: { data: PageData; scale: number; area: Area; bleed: boolean } | undefined;
  private shown: ReadonlySet<OverlayName> = new Set();

  constructor(readonly page: number, private readonly layout: Layout, private readonly listener: Listener) {
    const label = layout.pages[page - 1]?.label ?? String(page);
    this.lines = el("div", { class: "lines", role: "group", "aria-label": "Page " + label });
    this.element = el("div", { class: "paper spine-" + spineOf(page, layout), "data-page": page }, this.canvas, this.lines, this.marks);
    this.lines.addEventListener("click", (e) => this.click(e));
    this.lines.addEventListener("keydown", (e) => this.key(e));
  }

  /** Shows a page. The old one stays until all that the new one needs is there. */
  async set(data: PageData, edits: "mark" | "plain"): Promise<void> {
    await prepare(data, this.scale * devicePixelRatio);
    if (!this.element.isConnected && this.data) return;
    this.data = data;
    this.setLines(data, edits);
    this.paint();
  }

  /** Gives the page its size on the screen: CSS pixels a point. */
  zoom(scale: number): void {
    this.scale = scale;
    this.element.style.setProperty("--s", String(scale));
  }

  /** Shows overlays. */
  setOverlays(shown: ReadonlySet<OverlayName>): void {
    this.shown = shown;
    this.over?.remove();
    this.over = shown.size ? overlay(this.page, this.layout, shown) : undefined;
    if (this.over) this.element.append(this.over);
    this.paint();
  }

  /** Draws what can be seen of the page, if it is not drawn already. */
  paint(): void {
    const data = this.data;
    if (!data) return;
    const bleeds = !!data.bleed && this.shown.has("bleed");
    const b = bleeds ? data.bleed! : 0;
    const whole: Area = { x: -b, y: -b, width: data.width + 2 * b, height: data.height + 2 * b };
    const scale = this.scale * devicePixelRatio;
    const fits = whole.width * whole.height * scale * scale <= mostPixels;
    const d = this.drawn;
    const same = d && d.data === data && d.scale === scale && d.bleed === bleeds;
    const seen = fits ? whole : this.visible(whole, 0);
    if (!seen || (same && covers(d.area, seen))) return;
    const area = fits ? whole : this.visible(whole, 0.35)!;
    draw(this.canvas, data, scale, area);
    const s = this.canvas.style;
    for (const [name, v] of [["left", area.x], ["top", area.y], ["width", area.width], ["height", area.height]] as const) s.setProperty(name, `calc(var(--s) * ${v}px)`);
    this.drawn = { data, scale, area, bleed: bleeds };
    this.element.dataset.drawn = String(this.page);
    this.sharpen(data, scale);
  }

  /** Fetches pictures in the width that they have now, and draws the page again with them. */
  private sharpen(data: PageData, scale: number): void {
    prepare(data, scale).then((fresh) => {
      if (!fresh || this.drawn?.data !== data || this.drawn.scale !== scale) return;
      this.drawn = undefined;
      this.paint();
    }, () => undefined); // the page stays as it is
  }

  /** Lets go of what was drawn. */
  drop(): void {
    this.canvas.width = this.canvas.height = 0;
    this.drawn = undefined;
  }

  /** Returns what can be seen of a page, and a part of the window more around it; undefined when nothing can. */
  private visible(whole: Area, more: number): Area | undefined {
    const r = this.element.getBoundingClientRect();
    const dx = innerWidth * more, dy = innerHeight * more;
    const x0 = Math.max(whole.x, (-dx - r.left) / this.scale), y0 = Math.max(whole.y, (-dy - r.top) / this.scale);
    const x1 = Math.min(whole.x + whole.width, (innerWidth + dx - r.left) / this.scale), y1 = Math.min(whole.y + whole.height, (innerHeight + dy - r.top) / this.scale);
    return x1 > x0 && y1 > y0 ? { x: x0, y: y0, width: x1 - x0, height: y1 - y0 } : undefined;
  }

  private setLines(data: PageData, edits: "mark" | "plain"): void {
    const focused = this.lines.contains(document.activeElement) ? this.indexOf(document.activeElement) : -1;
    const all = data.lines.map((l, i) => {
      const e = el("div", { class: "line" + (l.e && edits === "mark" ? " edited" : ""), role: "button", tabindex: i === Math.max(0, focused) ? 0 : -1 }, l.t);
      e.style.cssText = `left:calc(var(--s)*${l.x}px);top:calc(var(--s)*${l.y}px);width:calc(var(--s)*${l.w}px);height:calc(var(--s)*${l.h}px);font-size:calc(var(--s)*${(l.h * 0.8).toFixed(2)}px);` + (l.r ? `transform:rotate(${l.r}deg)` : "");
      return e;
    });
    this.lines.replaceChildren(...all);
    if (focused >= 0) all[Math.min(focused, all.length - 1)]?.focus({ preventScroll: true });
    this.setMarks(data);
  }

  /** Shows what readers have said of the page's lines. */
  setRemarks(remarks: LineMark[]): void {
    if (JSON.stringify(remarks) === JSON.stringify(this.remarks)) return;
    this.remarks = remarks;
    if (this.data) this.setMarks(this.data);
  }

  private setMarks(data: PageData): void {
    const marks = [...data.marks ?? [], ...this.remarks.filter((m) => m.line < data.lines.length)];
    this.marks.replaceChildren(...marks.map((m) => this.markAt(data, m)));
  }

  /** Returns the button of a mark, in the margin at the fore edge. */
  private markAt(data: PageData, m: LineMark): HTMLElement {
    const l = data.lines[m.line]!;
    const b = el("button", { type: "button", class: "mark " + m.kind, "aria-label": `${m.kind}: ${m.message}`, title: m.message, onclick: () => this.listener.mark(this, m) });
    b.style.top = `calc(var(--s) * ${l.r ? l.y - l.w / 2 : l.y + l.h / 2}px)`;
    return b;
  }

  /** Returns the element of a line. */
  line(i: number): HTMLElement | undefined {
    return this.lines.children[i] as HTMLElement | undefined;
  }

  /** Marks a line for a moment. */
  flash(i: number): void {
    const e = this.line(i);
    if (!e) return;
    e.classList.remove("flash");
    void e.offsetWidth; // begins the animation again
    e.classList.add("flash");
    e.addEventListener("animationend", () => e.classList.remove("flash"), { once: true });
  }

  private indexOf(e: unknown): number {
    return Array.prototype.indexOf.call(this.lines.children, e);
  }

  private click(e: MouseEvent): void {
    if (!getSelection()?.isCollapsed) return; // words are being copied
    const line = (e.target as Element).closest(".line");
    const r = this.element.getBoundingClientRect();
    this.listener.pick(this, (e.clientX - r.left) / this.scale, (e.clientY - r.top) / this.scale, line ? this.indexOf(line) : -1);
  }

  private key(e: KeyboardEvent): void {
    const i = this.indexOf(e.target);
    if (i < 0) return;
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      e.stopPropagation();
      this.focusLine(i + (e.key === "ArrowDown" ? 1 : -1));
    } else if (e.key === "Enter") {
      e.preventDefault();
      this.pickLine(i);
    }
  }

  /** Moves the focus to a line. */
  focusLine(i: number): void {
    const next = this.line(Math.max(0, Math.min(this.lines.children.length - 1, i)));
    if (!next) return;
    this.lines.querySelector('[tabindex="0"]')?.setAttribute("tabindex", "-1");
    next.tabIndex = 0;
    next.focus();
  }

  /** Selects a line at its beginning. */
  private pickLine(i: number): void {
    const l = this.data?.lines[i];
    if (!l) return;
    const a = ((l.r ?? 0) * Math.PI) / 180, along = this.layout.rightToLeft ? l.w - 1 : 1, down = l.h * 0.6;
    this.listener.pick(this, l.x + along * Math.cos(a) - down * Math.sin(a), l.y + along * Math.sin(a) + down * Math.cos(a), i);
  }
}

/** Reports whether an area holds another. */
function covers(a: Area, b: Area): boolean {
  const touch = 0.5;
  return a.x <= b.x + touch && a.y <= b.y + touch && a.x + a.width >= b.x + b.width - touch && a.y + a.height >= b.y + b.height - touch;
}
