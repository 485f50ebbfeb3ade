// The stage that spreads lie on: their places, zoom, and moving about.
import { el } from "../dom";
import type { LineMark, Pages } from "./book";
import type { OverlayName } from "./overlays";
import { Paper, pointSize, type Listener } from "./paper";
import { rowOf, rowsOf, type Arrangement, type Row } from "./spreads";

/** How large pages are: as the window has room, or a part of their true size. */
export type Zoom = "page" | "width" | number;

const least = 0.25, most = 8;

/** The white around a spread, in CSS pixels. */
const around = 28;

/** The highest that a document may be in any browser, with room to spare. */
const highest = 15_000_000;

interface Point {
  x: number;
  y: number;
}

interface Shown {
  row: number;
  element: HTMLElement;
  papers: Paper[];
}

export class Stage {
  readonly element: HTMLElement;
  page = 1;
  zoom: Zoom = "page";
  arrangement: Arrangement = "spread";
  overlays: ReadonlySet<OverlayName> = new Set();
  /** The page or the scale has changed. */
  onmove: () => void = () => undefined;
  /** Returns what readers have said of the lines of a page. */
  remarks: (page: number) => LineMark[] = () => [];
  private readonly roll = el("div", { class: "roll" });
  private rows: Row[] = [];
  private shown: Shown[] = [];
  private scale = 1;
  private waiting = 0;

  constructor(private readonly pages: Pages, private readonly listener: Listener) {
    this.element = el("div", { class: "stage", tabindex: 0, role: "region", "aria-label": "Pages as printed" }, this.roll);
    this.element.addEventListener("scroll", () => this.later(), { passive: true });
    new ResizeObserver(() => this.arrange()).observe(this.element);
    moving(this);
  }

  get spreads(): boolean {
    return this.arrangement === "spread" && this.pages.layout.facing;
  }

  get scrolls(): boolean {
    return this.arrangement === "scroll";
  }

  /** The part of the true size that pages are shown in. */
  get part(): number {
    return this.scale / pointSize;
  }

  /** The pages that can be seen. */
  get papers(): Paper[] {
    return this.shown.flatMap((s) => s.papers);
  }

  paper(page: number): Paper | undefined {
    return this.papers.find((p) => p.page === page);
  }

  /** Lays the pages out anew: there are others, or they are looked at in another way. */
  reset(): void {
    for (const s of this.shown) s.element.remove();
    this.shown = [];
    this.rows = rowsOf(this.pages.layout, this.spreads);
    this.page = Math.max(1, Math.min(this.page, this.pages.layout.pages.length));
    this.arrange();
    if (this.scrolls) this.reveal(this.page);
  }

  /** Goes to a page. */
  go(page: number): void {
    const to = Math.max(1, Math.min(page, this.pages.layout.pages.length));
    const other = this.rowOf(to) !== this.rowOf(this.page);
    this.page = to;
    if (this.scrolls) this.reveal(to);
    else if (other) {
      this.fill();
      this.element.scrollTop = 0;
    }
    this.onmove();
  }

  /** Goes some rows on, or back. */
  turn(rows: number): void {
    const row = this.rows[Math.max(0, Math.min(this.rows.length - 1, this.rowOf(this.page) + rows))];
    if (row) this.go(Math.min(...row.filter((n) => n > 0)));
  }

  /** Brings a line into view, if it is not, and marks it for a moment. */
  async point(page: number, line: number): Promise<void> {
    if (!this.paper(page)) this.go(page);
    const paper = this.paper(page);
    if (!paper) return;
    await this.load(paper);
    const e = paper.line(line);
    if (!e) return;
    const r = e.getBoundingClientRect(), s = this.element.getBoundingClientRect();
    if (r.top < s.top || r.bottom > s.bottom || r.left < s.left || r.right > s.right) e.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    paper.flash(line);
  }

  /** Changes the zoom; the point of the page at x, y of the window stays where it is. Without one, what is in the middle stays there, or,
   *  where all of a spread was seen, the page that one is at comes there. */
  setZoom(zoom: Zoom, x?: number, y?: number): void {
    const s = this.element.getBoundingClientRect(), middle = { x: s.left + s.width / 2, y: s.top + s.height / 2 };
    const from = { x: x ?? middle.x, y: y ?? middle.y };
    const paper = this.paper(this.page)?.element.getBoundingClientRect();
    if (x === undefined && paper && this.element.scrollWidth <= this.element.clientWidth + 2) from.x = paper.left + paper.width / 2;
    this.zoom = typeof zoom === "number" ? Math.max(least, Math.min(most, zoom)) : zoom;
    this.arrange(from, x === undefined ? middle : from);
    this.onmove();
  }

  /** Makes the pages larger or smaller by a factor. */
  scaleBy(factor: number, x?: number, y?: number): void {
    this.setZoom(this.part * factor, x, y);
  }

  setOverlays(shown: ReadonlySet<OverlayName>): void {
    this.overlays = shown;
    for (const p of this.papers) p.setOverlays(shown);
  }

  /** Asks again for those of the pages that are shown that are meant. */
  async update(meant: (page: number) => boolean): Promise<void> {
    await Promise.all(this.papers.filter((p) => meant(p.page)).map((p) => this.load(p)));
  }

  /** Shows what readers have said at the lines of the pages that are shown. */
  remark(): void {
    for (const p of this.papers) p.setRemarks(this.remarks(p.page));
  }

  private rowOf(page: number): number {
    return rowOf(page, this.spreads);
  }

  /** Returns a page's size on the stage, in points: that of a spread in spreads. */
  private get rowWidth(): number {
    return this.pages.layout.width * (this.spreads ? 2 : 1);
  }

  /** Returns the white at either side of a row, in CSS pixels; see view.css. A narrow screen has little to spare. */
  private get beside(): number {
    return this.element.clientWidth < 600 ? 12 : around;
  }

  /** Returns how many CSS pixels a point has. */
  private scaled(): number {
    const { clientWidth: w, clientHeight: h } = this.element, l = this.pages.layout;
    const width = Math.max(60, w - 2 * this.beside) / this.rowWidth, height = Math.max(60, h - 2 * this.beside) / l.height;
    const wanted = this.zoom === "width" ? Math.min(width, 3 * pointSize) : this.zoom === "page" ? Math.min(width, height) : this.zoom * pointSize;
    return this.scrolls ? Math.min(wanted, highest / Math.max(1, this.rows.length) / (l.height + around)) : wanted;
  }

  /** Gives everything its size. What was at a point of the window comes to another, or stays where it is. */
  private arrange(from?: Point, to?: Point): void {
    if (!this.element.clientHeight || !this.pages.layout.pages.length) return;
    const before = this.anchor(from, to);
    this.scale = this.scaled();
    this.roll.classList.toggle("all", this.scrolls);
    this.roll.style.height = this.scrolls ? `${this.rows.length * this.step + around}px` : "";
    this.roll.style.width = this.scrolls ? `max(100%, ${this.rowWidth * this.scale + 2 * this.beside}px)` : "";
    for (const s of this.shown) this.place(s);
    this.fill();
    if (before?.paper.element.isConnected) {
      const r = before.paper.element.getBoundingClientRect();
      this.element.scrollLeft += r.left + before.x * this.scale - before.to.x;
      this.element.scrollTop += r.top + before.y * this.scale - before.to.y;
    }
    this.later();
  }

  /** Returns the point of a page that is at a point of the window, and where it is to come. */
  private anchor(from?: Point, to?: Point): { paper: Paper; x: number; y: number; to: Point } | undefined {
    const s = this.element.getBoundingClientRect();
    const at = from ?? { x: s.left + s.width / 2, y: s.top + 1 };
    let best: Paper | undefined, nearest = Infinity;
    for (const p of this.papers) {
      const r = p.element.getBoundingClientRect();
      const d = Math.max(r.left - at.x, at.x - r.right, 0) + Math.max(r.top - at.y, at.y - r.bottom, 0);
      if (d < nearest) [best, nearest] = [p, d];
    }
    if (!best) return undefined;
    const r = best.element.getBoundingClientRect(), scale = r.width / this.pages.layout.width || 1;
    return { paper: best, x: (at.x - r.left) / scale, y: (at.y - r.top) / scale, to: to ?? at };
  }

  /** The distance of rows in a scroll. */
  private get step(): number {
    return this.pages.layout.height * this.scale + around;
  }

  private reveal(page: number): void {
    this.element.scrollTop = this.rowOf(page) * this.step;
    this.fill();
  }

  private place(s: Shown): void {
    s.element.style.top = this.scrolls ? `${around / 2 + s.row * this.step}px` : "";
    for (const p of s.papers) p.zoom(this.scale);
    s.element.style.setProperty("--s", String(this.scale));
  }

  /** Shows the rows that can be seen, and drops the others. */
  private fill(): void {
    const wanted = this.wanted();
    this.shown = this.shown.filter((s) => {
      if (wanted.includes(s.row)) return true;
      for (const p of s.papers) p.drop();
      s.element.remove();
      return false;
    });
    for (const row of wanted) {
      if (this.shown.some((s) => s.row === row)) continue;
      const s = this.make(row);
      this.shown.push(s);
      this.place(s);
      this.roll.append(s.element);
      for (const p of s.papers) void this.load(p).catch(() => undefined);
    }
    this.shown.sort((a, b) => a.row - b.row);
  }

  /** Returns the rows that can be seen. */
  private wanted(): number[] {
    if (!this.rows.length) return [];
    if (!this.scrolls) return [Math.min(this.rowOf(this.page), this.rows.length - 1)];
    const { scrollTop: top, clientHeight: h } = this.element;
    const first = Math.max(0, Math.floor((top - h / 2) / this.step)), last = Math.min(this.rows.length - 1, Math.floor((top + 1.5 * h) / this.step));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }

  private make(row: number): Shown {
    const papers: Paper[] = [];
    const element = el("div", { class: "row" });
    const pages = this.rows[row]!, turned = this.pages.layout.rightToLeft && pages.length === 2;
    for (const n of pages) {
      if (n === 0) {
        element.append(el("div", { class: "nothing" }));
        continue;
      }
      const p = new Paper(n, this.pages.layout, this.listener);
      p.setOverlays(this.overlays);
      p.setRemarks(this.remarks(n));
      papers.push(p);
      element.append(p.element);
    }
    element.style.setProperty("--w", String(this.pages.layout.width));
    element.style.setProperty("--h", String(this.pages.layout.height));
    if (turned) element.dir = "ltr"; // the first page is at the right already
    return { row, element, papers };
  }

  /** Shows a page as it is kept, and then as it is now. */
  private async load(p: Paper): Promise<void> {
    const known = this.pages.known(p.page);
    if (known && !p.data) await p.set(known, "plain");
    const { data, changed } = await this.pages.page(p.page);
    if (changed || p.data !== data) await p.set(data, this.pages.justEdited ? "mark" : "plain");
  }

  /** Draws what has come into view, once a frame. */
  private later(): void {
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => {
      if (this.scrolls && this.element.clientHeight) {
        this.fill();
        const at = this.rows[Math.max(0, Math.min(this.rows.length - 1, Math.round(this.element.scrollTop / this.step)))];
        const page = at ? Math.min(...at.filter((n) => n > 0)) : 1;
        if (at && !at.includes(this.page)) {
          this.page = page;
          this.onmove();
        }
      }
      for (const p of this.papers) p.paint();
    });
  }
}

/** Lets the stage be moved and zoomed by wheel, by two fingers, and by dragging. */
function moving(stage: Stage): void {
  const e = stage.element;
  let turned = 0;
  e.addEventListener("wheel", (w) => {
    if (w.ctrlKey || w.metaKey) {
      w.preventDefault();
      stage.scaleBy(Math.exp(-w.deltaY * (w.deltaMode ? 0.05 : 0.0025)), w.clientX, w.clientY);
      return;
    }
    const over = e.scrollHeight - e.clientHeight > 2 || e.scrollWidth - e.clientWidth > 2;
    if (stage.scrolls || over || Math.abs(w.deltaY) < 4 || w.timeStamp - turned < 300) return;
    turned = w.timeStamp;
    stage.turn(w.deltaY > 0 ? 1 : -1);
  }, { passive: false });
  pinching(stage);
  dragging(stage);
}

function pinching(stage: Stage): void {
  let apart = 0, part = 1;
  const distance = (t: TouchList): number => Math.hypot(t[0]!.clientX - t[1]!.clientX, t[0]!.clientY - t[1]!.clientY);
  stage.element.addEventListener("touchstart", (t) => {
    if (t.touches.length === 2) [apart, part] = [distance(t.touches), stage.part];
  }, { passive: true });
  stage.element.addEventListener("touchmove", (t) => {
    if (t.touches.length !== 2 || !apart) return;
    t.preventDefault();
    const [a, b] = [t.touches[0]!, t.touches[1]!];
    stage.setZoom((part * distance(t.touches)) / apart, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
  }, { passive: false });
}

/** Pages are dragged by their white, or anywhere with the space bar held or the middle button. */
function dragging(stage: Stage): void {
  const e = stage.element;
  e.addEventListener("pointerdown", (p) => {
    const onText = (p.target as Element).closest(".line, button");
    const held = e.classList.contains("held");
    if (p.pointerType === "touch" || (p.button !== 1 && (p.button !== 0 || (onText && !held)))) return;
    if (e.scrollHeight <= e.clientHeight && e.scrollWidth <= e.clientWidth) return;
    const from = { x: p.clientX + e.scrollLeft, y: p.clientY + e.scrollTop };
    if (p.button === 1 || held) p.preventDefault();
    const move = (m: PointerEvent): void => {
      if (!e.hasPointerCapture(p.pointerId)) {
        if (Math.hypot(m.clientX - p.clientX, m.clientY - p.clientY) < 4) return; // a click
        e.setPointerCapture(p.pointerId);
        e.classList.add("dragged");
      }
      e.scrollLeft = from.x - m.clientX;
      e.scrollTop = from.y - m.clientY;
    };
    e.addEventListener("pointermove", move);
    addEventListener("pointerup", () => {
      e.removeEventListener("pointermove", move);
      e.classList.remove("dragged");
    }, { once: true });
  });
}
