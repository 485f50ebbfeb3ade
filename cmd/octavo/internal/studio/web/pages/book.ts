// What the view of pages knows of the book: how it is bound, and its pages as they are looked at.
import { Refused, get, path, type Look } from "../api";
import type { Sheet } from "./draw";

export interface Entry {
  label: string;
  kind: string;
  first?: boolean;
}

export interface Heading {
  title: string;
  level: number;
  page: number;
}

/** Where the text of a page stands, in points; see frame in pages.go. */
export interface Frame {
  inner: number;
  outer: number;
  top: number;
  bottom: number;
  first: number;
  grid: number;
  gutter?: number;
  safe?: number;
  bleed: number;
}

/** How a book is bound, and what is on its pages; see bookPlan in pages.go. */
export interface Layout {
  facing: boolean;
  rightToLeft?: boolean;
  width: number;
  height: number;
  frame: Frame;
  pages: Entry[];
  contents: Heading[];
}

/** A line of a page: page from 1, line from 0. */
export interface Spot {
  page: number;
  line: number;
  label: string;
}

interface List {
  state: number;
  version: string;
  old?: boolean;
  edited?: Spot;
  layout?: Layout;
}

/** A line of a page; see line in pages.go. */
export interface Line {
  t: string;
  x: number;
  y: number;
  w: number;
  h: number;
  r?: number;
  e?: boolean;
}

/** Something that is said of a line, shown at its margin. */
export interface LineMark {
  line: number;
  kind: string;
  message: string;
  help?: string;
  /** Of the comments that it stands for. */
  ids?: string[];
}

/** A page with its ink, its lines, and what is said of them. */
export interface PageData extends Sheet {
  label: string;
  lines: Line[];
  marks?: LineMark[];
}

const noLayout: Layout = { facing: true, width: 396, height: 612, frame: { inner: 0, outer: 0, top: 0, bottom: 0, first: 0, grid: 12, bleed: 0 }, pages: [], contents: [] };

/** How long changed lines are marked, in milliseconds. */
const moment = 6000;

/** How many pages are kept: one that is looked at again is there at once. */
const mostPages = 40;

/** The pages of a book by one look. */
export class Pages {
  layout = noLayout;
  look: Look = {};
  state = 0;
  private version = "";
  private arrived = -Infinity;
  private readonly kept = new Map<number, { version: string; data: PageData }>();

  /** Takes another look. Nothing that is known holds for it. */
  take(look: Look): void {
    this.look = look;
    this.version = "";
    this.kept.clear();
  }

  /** Asks how the book is bound now. It returns where it was edited since it was asked before, and whether the layout is another. */
  async refresh(): Promise<{ edited?: Spot; moved: boolean }> {
    const list = await get<List>(path("/api/pages", { ...this.look, known: this.version }));
    const news = list.state !== this.state && this.state !== 0;
    this.state = list.state;
    this.version = list.version;
    if (list.layout) this.layout = list.layout;
    const out: { edited?: Spot; moved: boolean } = { moved: !!list.layout };
    if (news && list.edited) out.edited = list.edited;
    return out;
  }

  /** The author has edited the book: for a moment, lines that have changed are marked. */
  edited(): void {
    if (this.state) this.arrived = performance.now();
  }

  /** Whether the author has edited a moment ago. */
  get justEdited(): boolean {
    return performance.now() - this.arrived < moment;
  }

  /** Returns a page as it was when it was last asked for. */
  known(n: number): PageData | undefined {
    return this.kept.get(n)?.data;
  }

  /** Returns a page as it is now, and whether it is another than the one that is known. */
  async page(n: number): Promise<{ data: PageData; changed: boolean }> {
    const kept = this.kept.get(n), look = this.look;
    const response = await fetch(path("/api/page/" + n, { ...look, known: kept?.version }));
    if (response.status === 204 && kept) return { data: kept.data, changed: false };
    const answer = (await response.json()) as PageData & { message?: string; help?: string };
    if (!response.ok) throw new Refused(answer.message ?? "The page cannot be shown", answer.help ?? "", response.status, answer);
    if (look === this.look) {
      this.kept.delete(n);
      this.kept.set(n, { version: response.headers.get("Octavo-Version") ?? "", data: answer });
      for (const k of this.kept.keys()) {
        if (this.kept.size <= mostPages) break;
        this.kept.delete(k);
      }
    }
    return { data: answer, changed: true };
  }
}
