// The cards of a deck side by side. Cards are drawn when they come near to what is seen.
import { el, fill } from "../dom";
import { paint, type Card, type Deck, type FaceLoader, type Faces } from "./deck";

/** Which sides of cards are shown. */
export type Sides = "fronts" | "backs" | "both";

/** One card in the grid. */
interface Cell {
  item: HTMLLIElement;
  button: HTMLButtonElement;
  front: HTMLCanvasElement;
  back: HTMLCanvasElement;
  link: HTMLAnchorElement;
  card: Card;
  index: number; // in the deck
  near: boolean;
  drawn: string; // of what; see key
}

export class Grid {
  readonly element = el("ul", { class: "deck", "aria-label": "Cards" });
  private readonly cells = new Map<string, Cell>();
  private readonly seen: IntersectionObserver;
  private deck: Deck | undefined;
  private sides: Sides = "fronts";
  private width = 190;
  private version = 0;

  constructor(private readonly faces: FaceLoader) {
    this.seen = new IntersectionObserver((entries) => {
      for (const e of entries) {
        const cell = this.cells.get((e.target as HTMLElement).dataset.id!);
        if (!cell) continue;
        cell.near = e.isIntersecting;
        if (cell.near) void this.draw(cell);
      }
    }, { rootMargin: "600px" });
  }

  /** Shows some cards of a deck, given by their places in it. Cards of a deck that was shown before are drawn anew where they differ. */
  show(deck: Deck, indices: number[]): void {
    if (deck !== this.deck) this.version++;
    this.deck = deck;
    this.element.style.setProperty("--ratio", `${deck.width} / ${deck.height}`);
    this.element.style.setProperty("--corner", `${(deck.corner / deck.width) * 100}% / ${(deck.corner / deck.height) * 100}%`);
    const before = new Set(this.cells.keys());
    const items = indices.map((i) => {
      const card = deck.cards[i]!;
      before.delete(card.id);
      return this.cell(card, i).item;
    });
    for (const id of before) {
      this.seen.unobserve(this.cells.get(id)!.item);
      this.cells.delete(id);
    }
    if (items.length !== this.element.children.length || items.some((it, k) => this.element.children[k] !== it)) {
      const focus = document.activeElement;
      fill(this.element, ...items);
      if (focus instanceof HTMLElement && this.element.contains(focus)) focus.focus({ preventScroll: true });
    }
    for (const c of this.cells.values()) if (c.near) void this.draw(c);
  }

  /** Shows other sides. All cards lie as they are shown then. */
  turn(sides: Sides): void {
    this.sides = sides;
    this.element.dataset.sides = sides;
    for (const c of this.cells.values()) this.flip(c, sides === "backs");
  }

  /** Makes cards so many CSS pixels wide. */
  resize(width: number): void {
    this.width = width;
    this.element.style.setProperty("--card", width + "px");
    for (const c of this.cells.values()) if (c.near) void this.draw(c);
  }

  private cell(card: Card, index: number): Cell {
    let c = this.cells.get(card.id);
    if (!c) {
      const front = el("canvas", { class: "face front", "aria-hidden": "true" });
      const back = el("canvas", { class: "face back", "aria-hidden": "true" });
      const button = el("button", { class: "card", type: "button", onclick: () => this.press(card.id) }, el("span", { class: "faces" }, front, back));
      const link = el("a", { class: "caption" });
      const item = el("li", { "data-id": card.id }, button, link);
      c = { item, button, front, back, link, card, index, near: false, drawn: "" };
      this.cells.set(card.id, c);
      this.flip(c, this.sides === "backs");
      this.seen.observe(item);
    }
    c.card = card;
    c.index = index;
    c.link.href = "#cards/" + encodeURIComponent(card.id);
    const problem = card.problems?.find((p) => p.error);
    c.item.classList.toggle("bad-card", !!problem);
    fill(c.link, problem ? "Does not print: see why" : caption(card));
    c.link.title = problem?.message ?? card.title;
    this.name(c);
    return c;
  }

  private press(id: string): void {
    const c = this.cells.get(id);
    if (c && this.sides !== "both") this.flip(c, c.item.dataset.side !== "back");
  }

  private flip(c: Cell, back: boolean): void {
    c.item.dataset.side = back ? "back" : "front";
    this.name(c);
  }

  /** Says to a screen reader what the side that is seen says. */
  private name(c: Cell): void {
    const side = c.item.dataset.side === "back" ? `Back: ${c.card.back || "common design"}` : `Front: ${c.card.title}`;
    c.button.setAttribute("aria-label", this.sides === "both" ? `Front: ${c.card.title}. Back: ${c.card.back}` : side);
  }

  private async draw(c: Cell): Promise<void> {
    const width = this.width, key = `${this.version} ${width} ${devicePixelRatio}`;
    if (c.drawn === key) return;
    c.drawn = key;
    const f: Faces | undefined = await this.faces.want(c.index);
    if (!f || c.drawn !== key) return;
    await paint(c.front, f.front, width);
    await paint(c.back, f.back, width);
    c.item.dataset.drawn = "";
  }
}

/** Returns what stands under a card. */
function caption(c: Card): string {
  if (!c.entry) return c.title;
  return c.size ? `${c.label} · ${points(c.size)}` : c.label;
}

/** Returns a size of type as it is said: "11.5 pt". */
export const points = (size: number): string => `${Math.round(size * 100) / 100} pt`;
