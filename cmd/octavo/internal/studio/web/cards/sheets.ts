// The sheets of a deck as they are printed, fronts beside backs.
import { el, fill } from "../dom";
import { fetchSheet, paint, type Deck, type Look, type PrintedSheet } from "./deck";

/** How wide a sheet is drawn, in CSS pixels. */
const sheetWidth = 620;

export class Sheets {
  readonly element = el("ol", { class: "sheets", "aria-label": "Sheets" });
  private readonly seen: IntersectionObserver;
  private canvases: HTMLCanvasElement[] = [];
  private near = new Set<number>();
  private drawn: number[] = [];
  private version = 0;
  private deck: Deck | undefined;

  constructor(private readonly look: () => Look) {
    this.seen = new IntersectionObserver((entries) => {
      for (const e of entries) {
        const n = Number((e.target as HTMLElement).dataset.sheet);
        if (e.isIntersecting) this.near.add(n);
        else this.near.delete(n);
        if (e.isIntersecting) void this.draw(n);
      }
    }, { rootMargin: "400px" });
  }

  show(deck: Deck): void {
    if (deck === this.deck) return;
    const same = this.deck && JSON.stringify(this.deck.sheets) === JSON.stringify(deck.sheets);
    this.deck = deck;
    this.version++;
    if (!same) {
      this.seen.disconnect();
      this.near.clear();
      this.canvases = deck.sheets.map((s, i) => el("canvas", { role: "img", "aria-label": sheetName(s), "data-sheet": i }));
      deck.sheets.forEach((s, i) => (this.canvases[i]!.style.aspectRatio = `${s.width} / ${s.height}`));
      fill(this.element, ...leaves(deck.sheets).map((leaf) => el("li", {}, ...leaf.map((i) =>
        el("figure", {}, this.canvases[i]!, el("figcaption", {}, sheetName(deck.sheets[i]!)))))));
      for (const c of this.canvases) this.seen.observe(c);
    }
    for (const n of this.near) void this.draw(n);
  }

  private async draw(n: number): Promise<void> {
    const version = this.version;
    if (this.drawn[n] === version) return;
    this.drawn[n] = version;
    try {
      const sheet = await fetchSheet(this.look(), n + 1);
      if (version === this.version) await paint(this.canvases[n]!, sheet, sheetWidth);
    } catch {
      // The sheet has gone; the view asks again when the book changes.
    }
  }
}

/** Returns the places of the sides that belong to one leaf of paper. */
function leaves(sheets: PrintedSheet[]): number[][] {
  const out: number[][] = [];
  sheets.forEach((s, i) => {
    const before = sheets[i - 1];
    if (s.side === "back" && before?.side === "front" && before.number === s.number) out[out.length - 1]!.push(i);
    else out.push([i]);
  });
  return out;
}

function sheetName(s: PrintedSheet): string {
  if (s.number === 0) return "How to print and cut";
  return s.side ? `Sheet ${s.number}, ${s.side}` : `Sheet ${s.number}`;
}
